/**
 * Who may import whom. Deny by default: what this table does not name is an error. Reasons in docs/adr/0003-layers.md;
 * that the rules bite is tested in test/architecture.
 */
const allowed = {
  'libs/kernel': [],
  'libs/contracts': ['kernel'],
  'libs/platform': ['kernel', 'contracts'],
  'libs/events': ['kernel', 'contracts', 'platform'],
  'libs/connector': ['kernel', 'contracts', 'events', 'platform'],
  'libs/workflow': ['kernel', 'contracts', 'events', 'platform'],
  'libs/testing': ['kernel'],
  // It stands on its own: people outside this project want it too.
  'libs/governance': [],
  'apps/system-[^/]+': ['kernel', 'contracts', 'connector', 'platform'],
  'apps/process-governance': ['kernel', 'contracts', 'events', 'workflow', 'platform', 'governance'],
  'apps/process-(?!governance/)[^/]+': ['kernel', 'contracts', 'events', 'workflow', 'platform'],
  'apps/experience-api': ['kernel', 'contracts', 'events', 'platform'],
  // It must not share a misunderstanding with a connector.
  'apps/sandbox': ['kernel'],
};

const spec = '\\.(spec|fixture)\\.ts$';

const layer = ([from, libs]) => ({
  name: `layer ${from.replace('(?!governance/)', '').replace('[^/]+', '*')}`,
  severity: 'error',
  comment: `imports of ours allowed here: ${libs.join(', ') || 'none'}`,
  from: { path: `^${from}/`, pathNot: spec },
  to: {
    path: '^(apps|libs|tools|test)/',
    pathNot: [`^${from}/`, ...libs.map((lib) => `^libs/${lib}/src/index\\.ts$`)],
  },
});

export default {
  forbidden: [
    ...Object.entries(allowed).map(layer),
    {
      name: 'unlisted',
      severity: 'error',
      comment: 'a new app or library gets its row in the table first',
      from: { path: '^(apps|libs)/', pathNot: [...Object.keys(allowed).map((from) => `^${from}/`), '^apps/portal/'] },
      to: {},
    },
    {
      name: 'no app imports an app',
      severity: 'error',
      comment: 'layers meet over HTTP through a published contract',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'portal speaks to the experience API only',
      severity: 'error',
      from: { path: '^apps/portal/' },
      to: {
        path: '^(apps|libs|tools|test)/',
        pathNot: ['^apps/portal/', '^libs/contracts/src/generated/portalV1\\.ts$'],
      },
    },
    {
      name: 'libraries are entered by their index',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'persistence in one place',
      severity: 'error',
      comment: 'rows are read and written by repositories; nobody else sees the database driver',
      from: {
        path: '^(apps|libs)/',
        pathNot: [spec, '\\.repository\\.ts$', 'schema\\.ts$', '^libs/platform/', '^libs/testing/', 'run-queue\\.ts$'],
      },
      to: { path: 'node_modules/(typeorm|pg)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'test tools in tests only',
      severity: 'error',
      from: { path: '^(apps|libs|tools)/', pathNot: [spec, '^libs/testing/'] },
      to: { path: ['^libs/testing/', 'node_modules/(jest|supertest|fast-check|@nestjs/testing|playwright-core)/'] },
    },
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no orphan imports', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'runtime packages are dependencies',
      severity: 'error',
      from: {
        path: '^(apps|libs|tools)/',
        pathNot: [spec, '^apps/portal/vite\\.config\\.ts$', '^tools/(contracts|scaffold)/'],
      },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
