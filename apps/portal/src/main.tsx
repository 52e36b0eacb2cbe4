import { lazy, type ReactNode, StrictMode, Suspense, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { LineList } from './line-list.js';
import { LinePage } from './line-page.js';
import { Billing } from './screens/billing.js';
import { Contracts } from './screens/contracts.js';
import { DisconnectPage } from './screens/disconnect-page.js';
import { Firm } from './screens/firm.js';
import { Integration } from './screens/integration.js';
import { People } from './screens/people.js';
import { Staffing } from './screens/staffing.js';
import { Workbench } from './screens/workbench.js';
import { signIn, signOut } from './session.js';
import './style.css';
import './screens.css';

/** Charts come with the first page that has one. */
const FigurePage = lazy(() => import('./screens/figure-page.js').then(({ FigurePage: page }) => ({ default: page })));

const screens: { path: string; name: string; screen: ReactNode }[] = [
  { path: '', name: 'Deals', screen: <LineList /> },
  { path: 'firm', name: 'Firm', screen: <Firm /> },
  { path: 'staffing', name: 'Staffing', screen: <Staffing /> },
  { path: 'billing', name: 'Billing', screen: <Billing /> },
  { path: 'people', name: 'People', screen: <People /> },
  { path: 'exceptions', name: 'Exceptions', screen: <Workbench /> },
  { path: 'integration', name: 'Integration', screen: <Integration /> },
  { path: 'contracts', name: 'Contracts', screen: <Contracts /> },
];

/** Pages of one record, and the screen each belongs to. */
const pages: Record<string, { within: string; page: (id: string) => ReactNode }> = {
  lines: { within: '', page: (line) => <LinePage line={line} /> },
  figures: { within: 'firm', page: (id) => <FigurePage key={id} id={id} /> },
  disconnects: { within: 'integration', page: (id) => <DisconnectPage id={id} /> },
};

function shown(hash: string): { within: string; content: ReactNode } {
  const [, path = '', id] = /^#\/([^/]*)(?:\/(.+))?$/.exec(hash) ?? [];
  const page = id === undefined ? undefined : pages[path];
  if (page) return { within: page.within, content: page.page(decodeURIComponent(id!)) };
  const screen = screens.find((one) => one.path === path);
  return screen
    ? { within: path, content: screen.screen }
    : { within: '-', content: <p role="alert">There is no such page. Choose one above.</p> };
}

function Portal({ name }: { name: string }) {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const { within, content } = shown(hash || '#/');
  return (
    <>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="top">
        <h1>
          <a href="#/">Throughline</a>
        </h1>
        <nav aria-label="Screens">
          {screens.map(({ path, name: title }) => (
            <a key={path} href={`#/${path}`} aria-current={path === within ? 'page' : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <span>{name}</span>
        <button onClick={() => void signOut()}>Sign out</button>
      </header>
      <main id="content">
        <Suspense fallback={<p role="status">Loading…</p>}>{content}</Suspense>
      </main>
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
