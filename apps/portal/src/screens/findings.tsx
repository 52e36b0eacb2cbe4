import { useEffect, useRef, useState } from 'react';
import { counted } from '../format.js';
import type { ComparedChange } from '../governance-api.js';
import { Choice } from '../parts.js';

const levels = ['breaking', 'dangerous', 'safe', 'documentation'] as const;
const shownAtFirst = 100;

interface FindingsProps {
  /** Address of the comparison; each finding has its own below it. */
  address: string;
  /** The worst first. */
  changes: ComparedChange[];
  linked?: string;
}

/** What changed, by operation, the operation with the worst first. */
export function Findings({ address, changes, linked }: FindingsProps) {
  const [level, setLevel] = useState<'all' | ComparedChange['level']>('all');
  const [words, setWords] = useState('');
  const [all, setAll] = useState(linked !== undefined);
  if (changes.length === 0) return <p>Nothing changed in meaning.</p>;
  const asked = changes.filter(
    (change) => (level === 'all' || change.level === level) && textOf(change).includes(words.trim().toLowerCase()),
  );
  const shown = all ? asked : asked.slice(0, shownAtFirst);
  const operations = [...new Set(shown.map(operationOf))];
  return (
    <>
      <h3>What changed</h3>
      <p>{levels.map((one) => `${changes.filter((change) => change.level === one).length} ${one}`).join(', ')}</p>
      <div className="ask">
        <Choice name="Level" values={['all', ...levels]} value={level} choose={setLevel} />
        <label>
          Operation, field or words
          <input type="search" value={words} onChange={({ target }) => setWords(target.value)} />
        </label>
      </div>
      {asked.length === 0 && <p role="status">Nothing of what changed is like that.</p>}
      {operations.map((operation) => (
        <section key={operation} aria-label={operation}>
          <h4 className="operation">{operation}</h4>
          {shown
            .filter((change) => operationOf(change) === operation)
            .map((change) => (
              <Finding key={change.id} address={address} change={change} isLinked={change.id === linked} />
            ))}
        </section>
      ))}
      {shown.length < asked.length && (
        <button onClick={() => setAll(true)}>Show all {counted(asked.length, 'finding')}</button>
      )}
    </>
  );
}

const operationOf = ({ operation }: ComparedChange): string => operation ?? 'the contract';

const textOf = ({ operation, field, message, rule }: ComparedChange): string =>
  [operation, field, message, rule].join(' ').toLowerCase();

interface FindingProps {
  address: string;
  change: ComparedChange;
  isLinked: boolean;
}

function Finding({ address, change, isLinked }: FindingProps) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isLinked) place.current?.scrollIntoView({ block: 'center' });
  }, [isLinked]);
  const { id, level, rule, field, message, remedy, before, after, beforeText, afterText } = change;
  return (
    <article ref={place} className={`finding ${level}`} aria-current={isLinked ? 'location' : undefined}>
      <h5>
        <a href={`${address}/${id}`} aria-label={`Link to this finding, ${level}`}>
          {level}
        </a>{' '}
        {field && <code>{field}</code>} {message}
      </h5>
      <div className="panes">
        <Pane title="before" text={beforeText} other={afterText} pointer={before} mark="−" />
        <Pane title="after" text={afterText} other={beforeText} pointer={after} mark="+" />
      </div>
      {remedy && <p>{remedy}</p>}
      <p className="quiet">{rule}</p>
    </article>
  );
}

interface PaneProps {
  title: 'before' | 'after';
  text: string | null;
  other: string | null;
  pointer: string | null;
  /** What stands before a line that the other pane has not. */
  mark: string;
}

function Pane({ title, text, other, pointer, mark }: PaneProps) {
  const known = new Set(other?.split('\n'));
  return (
    <figure className={`pane ${title}`}>
      <figcaption>{title}</figcaption>
      {text === null ? (
        <p className="quiet">not there</p>
      ) : (
        <pre tabIndex={0} aria-label={`${title}, ${pointer ?? ''}`}>
          {text.split('\n').map((line, at) => (
            <span key={`${at} ${line}`} className={known.has(line) ? 'same' : 'other'}>
              {known.has(line) ? ' ' : mark} {line}
              {'\n'}
            </span>
          ))}
        </pre>
      )}
      {pointer && <code className="pointer">{pointer}</code>}
    </figure>
  );
}
