import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ComparedChange, ContractComparison } from '#contracts';
import { type Finding, markdown } from '#governance';
import { Failure } from '#kernel';
import type { ImpactService } from '../impact/impact.service.js';
import { verdictOn } from '../registry/judge.js';
import { changeOf, findingsBetween, type ReadContract } from '../registry/read-contract.js';
import { apiOf, type RegistryRepository, type VersionRow, viewOf } from '../registry/registry.repository.js';
import type { RegistryService } from '../registry/registry.service.js';
import { excerpt } from './excerpt.js';

const levels = ['breaking', 'dangerous', 'safe', 'documentation'] as const;
const longestChangelog = 200_000;

/** Puts two versions of a contract side by side, as a reviewer needs them to say yes or no. */
@Injectable()
export class ComparisonService {
  private readonly registry: RegistryRepository;

  constructor(
    private readonly service: RegistryService,
    private readonly impact: ImpactService,
  ) {
    this.registry = service.registry;
  }

  /** With the version it follows, unless another or a major is named. Failure: `not-found` where there is none. */
  async of(id: string, named?: string): Promise<ContractComparison> {
    const row = await this.registry.get(id);
    const baseRow = await this.baseOf(row, named ?? row.base);
    const { database } = this.registry;
    const isOwn = baseRow.contract === row.contract;
    const revision = await this.service.readVersion(database, row);
    // Compared with another major, it is judged by what it follows in its own.
    const judgedBy = isOwn ? baseRow : await this.registry.followedBy(row);
    const standing = await this.service.standing(database, judgedBy, revision);
    const { findings: own, ...verdict } = verdictOn(revision, standing);
    const base = isOwn ? standing.base! : await this.service.readVersion(database, baseRow);
    const found = isOwn ? own : findingsBetween(base, revision);
    const findings = found.toSorted((one, other) => rank(one) - rank(other));
    const { recordedSince, consumers } = await this.impact.hurtBy(found, revision, base);
    return {
      base: viewOf(baseRow),
      revision: viewOf(row),
      changes: identified(findings, base, revision),
      verdict,
      changelog: changelogOf(base, revision, findings),
      recordedSince,
      consumers,
    };
  }

  private async baseOf({ contract, version }: VersionRow, named: string | null): Promise<VersionRow> {
    const isMajor = /^v\d+$/.test(named ?? '');
    const known = await this.registry.versionsOf(isMajor ? `${apiOf(contract)}/${named}` : contract);
    const found = isMajor
      ? known.find(({ state }) => state === 'published' || state === 'deprecated')
      : known.find((one) => one.version === named && one.state !== 'rejected');
    if (found) return found;
    throw new Failure('not-found', `${contract} ${version} has no version "${named ?? 'before it'}" to compare with`, {
      code: 'unknown-base',
      record: contract,
    });
  }
}

const rank = ({ level }: Finding): number => levels.indexOf(level);

/** Each with an id of its own: what is found twice in one place is numbered. */
function identified(findings: Finding[], base: ReadContract, revision: ReadContract): ComparedChange[] {
  const seen = new Map<string, number>();
  return findings.slice(0, 5000).map((finding) => {
    const change = changeOf(finding);
    const what = [change.rule, change.operation, change.field, change.before, change.after, finding.direction];
    const print = createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 12);
    const times = (seen.get(print) ?? 0) + 1;
    seen.set(print, times);
    return {
      ...change,
      id: times === 1 ? print : `${print}.${times}`,
      beforeText: excerpt(base.content, change.before),
      afterText: excerpt(revision.content, change.after),
    };
  });
}

function changelogOf(base: ReadContract, revision: ReadContract, findings: Finding[]): string {
  const named = ({ contract, version }: ReadContract): string => `${contract} ${version}`;
  return markdown({ base: named(base), revision: named(revision), findings }).slice(0, longestChangelog);
}
