import { lazy, type ReactNode, StrictMode, Suspense, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { LineList } from './line-list.js';
import { LinePage } from './line-page.js';
import { AcquisitionPage } from './screens/acquisition-page.js';
import { AlertPage, Alerts } from './screens/alerts.js';
import { Billing } from './screens/billing.js';
import { Chaos, ChaosPage } from './screens/chaos.js';
import { ContractScreens } from './screens/contract-screens.js';
import { CasePage } from './screens/case-page.js';
import { Contracts } from './screens/contracts.js';
import { CutoverPage } from './screens/cutover-page.js';
import { Cutovers } from './screens/cutovers.js';
import { Developers } from './screens/developers.js';
import { DisconnectPage } from './screens/disconnect-page.js';
import { Firm } from './screens/firm.js';
import { Integration } from './screens/integration.js';
import { MappingTables } from './screens/mapping-tables.js';
import { Objectives } from './screens/objectives.js';
import { Ownership } from './screens/ownership.js';
import { People } from './screens/people.js';
import { ReplayPage } from './screens/replay-page.js';
import { Replays } from './screens/replays.js';
import { RunPage } from './screens/run-page.js';
import { Runs } from './screens/runs.js';
import { SettlementPage } from './screens/settlement-page.js';
import { Staffing } from './screens/staffing.js';
import { Workbench } from './screens/workbench.js';
import { signIn, signOut } from './session.js';
import './style.css';
import './screens.css';

/** Charts come with the first page that has one. */
const FigurePage = lazy(() => import('./screens/figure-page.js').then(({ FigurePage: page }) => ({ default: page })));

/** `within`: no screen of its own in the list above the page, but a part of another. */
const screens: { path: string; name: string; screen: ReactNode; within?: string }[] = [
  { path: '', name: 'Deals', screen: <LineList /> },
  { path: 'firm', name: 'Firm', screen: <Firm /> },
  { path: 'staffing', name: 'Staffing', screen: <Staffing /> },
  { path: 'billing', name: 'Billing', screen: <Billing /> },
  { path: 'people', name: 'People', screen: <People /> },
  { path: 'alerts', name: 'Alerts', screen: <Alerts /> },
  { path: 'exceptions', name: 'Exceptions', screen: <Workbench /> },
  { path: 'runs', name: 'Runs', screen: <Runs /> },
  { path: 'integration', name: 'Integration', screen: <Integration /> },
  { path: 'contracts', name: 'Contracts', screen: <Contracts /> },
  { path: 'ownership', name: 'Ownership', screen: <Ownership />, within: 'contracts' },
  { path: 'developers', name: 'Developers', screen: <Developers /> },
  { path: 'objectives', name: 'Objectives', screen: <Objectives />, within: 'integration' },
  { path: 'replays', name: 'Replays', screen: <Replays />, within: 'integration' },
  { path: 'cutovers', name: 'Cut-overs', screen: <Cutovers />, within: 'integration' },
  { path: 'chaos', name: 'Chaos runs', screen: <Chaos />, within: 'integration' },
  { path: 'mapping-tables', name: 'Mapping tables', screen: <MappingTables />, within: 'people' },
];

const inMenu = screens.filter(({ within }) => within === undefined);

/** Pages of one record, and the screen each belongs to. */
const pages: Record<string, { within: string; page: (id: string) => ReactNode }> = {
  lines: { within: '', page: (line) => <LinePage line={line} /> },
  figures: { within: 'firm', page: (id) => <FigurePage key={id} id={id} /> },
  alerts: { within: 'alerts', page: (id) => <AlertPage key={id} id={id} /> },
  cases: { within: 'exceptions', page: (key) => <CasePage key={key} caseKey={key} /> },
  settlements: { within: 'exceptions', page: (id) => <SettlementPage key={id} id={id} /> },
  runs: { within: 'runs', page: (id) => <RunPage key={id} id={id} /> },
  replays: { within: 'integration', page: (id) => <ReplayPage key={id} id={id} /> },
  chaos: { within: 'integration', page: (id) => <ChaosPage key={id} id={id} /> },
  cutovers: { within: 'integration', page: (id) => <CutoverPage key={id} id={id} /> },
  acquisitions: { within: 'people', page: (id) => <AcquisitionPage key={id} id={id} /> },
  disconnects: { within: 'integration', page: (id) => <DisconnectPage id={id} /> },
  contracts: { within: 'contracts', page: (path) => <ContractScreens key={path} path={path} /> },
  developers: { within: 'developers', page: (operation) => <Developers key={operation} operation={operation} /> },
};

function shown(hash: string): { within: string; content: ReactNode } {
  const [, path = '', id] = /^#\/([^/]*)(?:\/(.+))?$/.exec(hash) ?? [];
  const page = id === undefined ? undefined : pages[path];
  if (page) return { within: page.within, content: page.page(decodeURIComponent(id!)) };
  const screen = screens.find((one) => one.path === path);
  return screen
    ? { within: screen.within ?? path, content: screen.screen }
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
          {inMenu.map(({ path, name: title }) => (
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
