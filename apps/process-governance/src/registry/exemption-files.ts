import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ExemptionList } from '#contracts';
import { type Exemptions, judgeExemptions } from '#governance';
import { today } from '#kernel';

/** The exemptions on file in `openapi/exemptions`, as they stand today. */
export function exemptionsIn(contractsDir: string, day = today(new Date(), 'UTC')): Exemptions {
  const folder = join(contractsDir, 'exemptions');
  const files = namesIn(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => ({ file: `exemptions/${name}`, content: contentOf(join(folder, name)) }));
  return judgeExemptions(files, day);
}

/** The same for people: who answers for what until when, and what is wrong. */
export function exemptionList({ valid, expired, problems }: Exemptions): ExemptionList {
  return {
    items: [...valid, ...expired].map((one) => ({ ...one, expired: expired.includes(one) })),
    problems: problems.map(({ file, field, message }) => `${file}: ${field} ${message}`),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}

/** A file that is no YAML has no fields: each of them is reported. */
function contentOf(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'), { maxAliasCount: 100 });
  } catch {
    return null;
  }
}
