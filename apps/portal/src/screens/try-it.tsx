import { type FormEvent, useState } from 'react';
import { messageOf } from '../api.js';
import { type Answer, tryCall } from '../developer-api.js';
import type { Operation, Parameter } from '../operations.js';
import { Choice } from '../parts.js';
import { addressOf, languages, type Language, type Request, sampleOf } from '../samples.js';

/** Any operation that reads, asked for real, and the same request as code. */
export function TryIt({ operations, chosen }: { operations: Operation[]; chosen?: string }) {
  const operation = chosen === undefined ? operations[0] : operations.find(({ id }) => id === chosen);
  return (
    <>
      <div className="ask">
        <label>
          Operation
          <select
            value={operation?.id ?? ''}
            onChange={({ target }) => (location.hash = `#/developers/${target.value}`)}
          >
            {!operation && <option value="">choose one</option>}
            {operations.map(({ id, path }) => (
              <option key={id} value={id}>
                GET {path}
              </option>
            ))}
          </select>
        </label>
      </div>
      {operation ? (
        <Call key={operation.id} operation={operation} />
      ) : (
        <p role="alert">There is no operation “{chosen}” that can be tried.</p>
      )}
    </>
  );
}

function Call({ operation }: { operation: Operation }) {
  const [values, setValues] = useState<Record<string, string>>({});
  const [asked, setAsked] = useState<{ answer: Answer | null; error: string | null; busy: boolean }>(nothingAsked);
  const request: Request = { operation, values };
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    setAsked({ ...nothingAsked, busy: true });
    tryCall(addressOf(request)).then(
      (answer) => setAsked({ ...nothingAsked, answer }),
      (thrown: unknown) => setAsked({ ...nothingAsked, error: messageOf(thrown) }),
    );
  };
  return (
    <>
      <p>
        {operation.summary}. Needs <code>{operation.scope}</code>.
      </p>
      <form className="ask" onSubmit={ask}>
        {operation.parameters.map((one) => (
          <Field
            key={one.name}
            parameter={one}
            value={values[one.name] ?? ''}
            put={(value) => setValues({ ...values, [one.name]: value })}
          />
        ))}
        <button disabled={asked.busy}>Send</button>
      </form>
      {asked.error && <p role="alert">{asked.error}</p>}
      {asked.answer && <Answered {...asked.answer} />}
      <Samples {...request} />
    </>
  );
}

const nothingAsked = { answer: null, error: null, busy: false };

interface FieldProps {
  parameter: Parameter;
  value: string;
  put: (value: string) => void;
}

function Field({ parameter: { name, required, description, values, type }, value, put }: FieldProps) {
  const shared = { value, required, title: description };
  return (
    <label>
      {name}
      {required && ' (needed)'}
      {values ? (
        <select {...shared} onChange={({ target }) => put(target.value)}>
          <option value="">–</option>
          {values.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      ) : (
        <input {...shared} type={type === 'integer' ? 'number' : 'text'} onChange={({ target }) => put(target.value)} />
      )}
    </label>
  );
}

const longestShown = 20_000;

const Answered = ({ status, milliseconds, headers, body }: Answer) => (
  <section aria-label="Answer" role="status">
    <p>
      <strong className={`badge ${status < 400 ? 'up' : 'away'}`}>{status}</strong> in {milliseconds} ms
    </p>
    <details>
      <summary>{headers.length} headers</summary>
      <pre tabIndex={0} aria-label="Headers">
        {headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
      </pre>
    </details>
    <pre tabIndex={0} aria-label="Body">
      {body.slice(0, longestShown)}
      {body.length > longestShown && `\n… ${(body.length - longestShown).toLocaleString()} characters more`}
    </pre>
  </section>
);

function Samples(request: Request) {
  const [language, setLanguage] = useState<Language>('curl');
  return (
    <>
      <h4>The same as code</h4>
      <Choice name="Language" values={languages} value={language} choose={setLanguage} />
      <pre tabIndex={0} aria-label={`The request in ${language}`}>
        {sampleOf(language, request, location.origin)}
      </pre>
    </>
  );
}
