import { useEffect, useState } from 'react';
import { moment } from '../format.js';
import { developerKey, grant } from '../session.js';

/** How to get a token; a key of one's own there is only where the development issuer runs. */
export function DeveloperKey() {
  const key = developerKey();
  return (
    <>
      <h3>A token</h3>
      <YourOwn />
      {key ? (
        <>
          <p>
            This estate runs the development issuer, and it has a client for you, <code>{key.clientId}</code>. It may
            read everything but money and people. Its key was made when the estate first started and lies in the file{' '}
            <code>.throughline/secrets/{key.clientId}.client-secret</code>; a token lasts an hour:
          </p>
          <pre tabIndex={0} aria-label="Command that gets a token">
            {commandOf(key)}
          </pre>
          <p className="quiet">
            For a process API say its audience as <code>resource</code> and its scopes as <code>scope</code>.
          </p>
        </>
      ) : (
        <p>
          Keys for programs are given by your firm’s own issuer: ask for a client with the audience and the scopes
          above. This portal makes none.
        </p>
      )}
    </>
  );
}

/** The person who is signed in has a token already, with which this page asks. */
function YourOwn() {
  const [own, setOwn] = useState<Awaited<ReturnType<typeof grant>> | null>(null);
  useEffect(() => void grant().then(setOwn), []);
  if (!own) return null;
  return (
    <p>
      You are signed in until {moment(own.until)}, for <code>urn:throughline:experience</code> with the scopes{' '}
      <code>{own.scopes.filter((scope) => scope !== 'openid').join(' ')}</code>. What is tried below is asked in your
      name; your token is in no address, no sample and no log.
    </p>
  );
}

const commandOf = ({ issuer, clientId }: NonNullable<ReturnType<typeof developerKey>>): string =>
  `export TOKEN=$(curl -sS ${issuer}/token \\
  -u "${clientId}:$(cat .throughline/secrets/${clientId}.client-secret)" \\
  -d grant_type=client_credentials -d scope=portal.read \\
  -d resource=urn:throughline:experience |
  node -p 'JSON.parse(require("fs").readFileSync(0)).access_token')`;
