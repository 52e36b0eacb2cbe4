const typescript = {
  swcrc: false,
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};
const javascript = {
  ...typescript,
  jsc: {
    ...typescript.jsc,
    parser: { syntax: 'ecmascript', importMeta: true, dynamicImport: true },
    transform: undefined,
  },
};

/** Dependencies published as ES modules only: jest on Node 20 needs them compiled to CommonJS. */
const esmOnly =
  '@nestjs/|/?(uid|@lukeed/[^/]+|@tokenizer/[^/]+|file-type|strtok3|token-types|uint8array-extras|iterare|es-toolkit|@borewit/[^/]+|cookie|content-disposition|glob|minimatch|lru-cache|path-scurry|minipass|brace-expansion|balanced-match|jose|oidc-provider|openapi-fetch|nanoid|quick-lru|eta|uuid)/';

const common = {
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest', typescript], '^.+\\.m?js$': ['@swc/jest', javascript] },
  transformIgnorePatterns: [`/node_modules/(?!.*(${esmOnly}))`],
  moduleNameMapper: {
    '^#(\\w+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  setupFiles: ['reflect-metadata'],
};

/**
 * `unit` needs nothing but Node; `sandbox` asks the simulated vendors over HTTP; `integration` needs TEST_DATABASE_URL, which `npm test` provides; `simulation`
 * has a virtual clock and many seeds (`npm run test:simulation`); `e2e` runs the built
 * estate (`npm run test:e2e`), `browser` opens its portal in Chromium (`npm run test:browser`), `redis` runs it on a
 * Redis server of its own (`npm run test:redis`), `chaos` breaks it while it works (`npm run test:chaos`), `crash` breaks
 * it at one place after the other (`npm run test:crash`); `planted` writes bugs into a copy of the code and sees the
 * other tests fail (`npm run test:planted`); `scaffold` makes new apps in a copy (`npm run test:scaffold`).
 */
const project = (displayName, testMatch, ignored = []) => ({
  ...common,
  displayName,
  testMatch: [`<rootDir>/{apps,libs,tools,test}/**/${testMatch}`],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...ignored],
});

const otherKinds = ['\\.(integration|simulation|e2e|browser|redis|chaos|crash|planted|scaffold)\\.spec\\.ts$'];

export default {
  testTimeout: 30_000,
  projects: [
    project('unit', '*.spec.ts', [...otherKinds, '/apps/sandbox/']),
    { ...project('sandbox', '*.spec.ts', otherKinds), testMatch: ['<rootDir>/apps/sandbox/**/*.spec.ts'] },
    project('integration', '*.integration.spec.ts'),
    project('simulation', '*.simulation.spec.ts'),
    project('e2e', '*.e2e.spec.ts'),
    project('browser', '*.browser.spec.ts'),
    project('redis', '*.redis.spec.ts'),
    project('chaos', '*.chaos.spec.ts'),
    project('crash', '*.crash.spec.ts'),
    project('planted', '*.planted.spec.ts'),
    project('scaffold', '*.scaffold.spec.ts'),
  ],
};
