import { ContractRule } from '../../compare/pairs.js';
import { note } from '../../compare/note.js';
import { recordOf, same } from '../../document/json.js';

/** Components that are gone. Where they were used, that use is judged. */
export const schemasRemoved: ContractRule = ({ base, revision }) =>
  [...base.schemas]
    .filter(([name]) => !revision.schemas.has(name))
    .map(([name, { at }]) =>
      note({
        rule: 'api-schema-removed',
        level: 'safe',
        area: 'components',
        base: at,
        before: name,
        message: `The component ${name} is gone; clients generated from the contract lose its type.`,
      }),
    );

/** Addresses the API can be reached under. Paths that moved between address and operation are found by the paths. */
export const servers: ContractRule = ({ base, revision }) => {
  const plain = (urls: readonly string[]): string[] => urls.map((url) => url.replace(/\/+$/, ''));
  const [was, is] = [plain(base.servers), plain(revision.servers)];
  const told = { area: 'servers', base: '#/servers', revision: '#/servers' } as const;
  return [
    ...was
      .filter((url) => url !== '' && !is.includes(url))
      .map((before) =>
        note({
          ...told,
          rule: 'server-removed',
          level: 'dangerous',
          before,
          message: `The API is no longer said to be at ${before}: consumers that call it there may find nobody.`,
          remedy: 'Keep answering there, or redirect, until consumers have moved.',
        }),
      ),
    ...is
      .filter((url) => url !== '' && !was.includes(url))
      .map((after) =>
        note({ ...told, rule: 'server-added', level: 'safe', after, message: `The API is now also at ${after}.` }),
      ),
  ];
};

export const info: ContractRule = ({ base, revision }) => {
  const [was, is] = [recordOf(base.info.value), recordOf(revision.info.value)];
  return ['title', 'description', 'contact', 'license', 'termsOfService', 'summary']
    .filter((key) => !same(was[key], is[key]))
    .map((key) =>
      note({
        rule: `info-${key}-changed`,
        level: 'documentation',
        area: 'info',
        base: base.info.at,
        revision: revision.info.at,
        before: was[key] ?? null,
        after: is[key] ?? null,
        message: `The contract's ${key} changed.`,
      }),
    );
};
