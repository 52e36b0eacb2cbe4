import type { DeprecationEntry } from '#contracts';
import { addDays } from '#kernel';

/** How near the end of something is; each is told once. */
export type Stage = 'announced' | 'month' | 'week' | 'ended';

/** Something that goes, as one of those who use it is told of it. */
export interface Notice {
  contract: string;
  /** Operation or field; the contract itself where all of it goes. */
  part: string;
  stage: Stage;
  sunset: string | null;
  successor: string | null;
  /** In the last 30 days; 0 where the consumer only says that it uses it. */
  calls: number;
}

/** Somebody registered, with everything it uses that goes. */
export interface Told {
  clientId: string;
  name: string;
  contact: string;
  notices: Notice[];
}

/** `today` in UTC, YYYY-MM-DD. */
export function stageOf({ state, sunset }: Pick<DeprecationEntry, 'state' | 'sunset'>, today: string): Stage {
  const endsBy = (day: string): boolean => sunset !== null && sunset <= day;
  if (state === 'retired' || endsBy(today)) return 'ended';
  if (endsBy(addDays(today, 7))) return 'week';
  return endsBy(addDays(today, 30)) ? 'month' : 'announced';
}

/** Everybody registered who uses something that goes, and what. */
export function toldOf(entries: DeprecationEntry[], today: string): Told[] {
  const found = new Map<string, Told>();
  for (const entry of entries) {
    const { contract, operation, field, sunset, successor } = entry;
    const notice = { contract, part: operation ?? field ?? contract, stage: stageOf(entry, today), sunset, successor };
    for (const { clientId, name, contact, calls } of entry.consumers) {
      if (name === null || contact === null) continue;
      const told = found.get(clientId) ?? { clientId, name, contact, notices: [] };
      found.set(clientId, told);
      told.notices.push({ ...notice, calls });
    }
  }
  return [...found.values()];
}

/** Subject and text of a letter; it names what goes, and nobody else who uses it. */
export function letterOf({ name }: Pick<Told, 'name'>, notices: Notice[], portalUrl: string): [string, string] {
  const subject = `${notices.length === 1 ? 'Something' : `${notices.length} things`} ${name} uses will end`;
  const lines = notices.map(sentenceOf);
  return [
    subject,
    [
      `${name} uses APIs of Throughline of which something goes.`,
      '',
      ...lines.map((line) => `- ${line}`),
      '',
      `What ends when: ${portalUrl}/#/contracts/deprecations`,
      '',
    ].join('\n'),
  ];
}

function sentenceOf({ contract, part, stage, sunset, successor, calls }: Notice): string {
  const what = part === contract ? `All of ${contract}` : `${part} of ${contract}`;
  const when = stage === 'ended' ? 'may be gone now' : sunset ? `may be gone from ${sunset} on` : 'is deprecated';
  const instead = successor ? `; in its place: ${successor}` : '';
  const use = calls > 0 ? `used ${calls} times in the last 30 days` : 'not used in the last 30 days';
  return `${what} ${when}${instead} (${use}).`;
}
