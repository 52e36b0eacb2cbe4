import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { LineList } from './line-list.js';
import { LinePage } from './line-page.js';
import { signIn, signOut } from './session.js';
import './style.css';

const lineAddress = /^#\/lines\/(.+)$/;

function Portal({ name }: { name: string }) {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const line = lineAddress.exec(hash)?.[1];
  return (
    <>
      <header className="top">
        <h1>
          <a href="#/">Throughline</a>
        </h1>
        <span>{name}</span>
        <button onClick={() => void signOut()}>Sign out</button>
      </header>
      <main>{line ? <LinePage line={decodeURIComponent(line)} /> : <LineList />}</main>
    </>
  );
}

const root = createRoot(document.getElementById('root')!);

signIn().then(
  (name) =>
    root.render(
      <StrictMode>
        <Portal name={name} />
      </StrictMode>,
    ),
  () => root.render(<p role="alert">The sign-in service cannot be reached. Reload the page to try again.</p>),
);
