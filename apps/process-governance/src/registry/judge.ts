import type { ContractChange, PolicyObjection } from '#contracts';
import {
  type Calling,
  type Exemption,
  type Finding,
  judgeEndings,
  judgeProposal,
  type Objection,
  together,
  type Verdict,
} from '#governance';
import { Failure } from '#kernel';
import { changeOf, findingsBetween, type ReadContract } from './read-contract.js';

/** What is known when a contract is judged. */
export interface Standing {
  /** The version it is held against; null for the first. */
  base: ReadContract | null;
  majors: number[];
  exemptions: Exemption[];
  /** UTC, YYYY-MM-DD. */
  today: string;
  /** Who uses what this version ends: subject → registered consumers. */
  calling: ReadonlyMap<string, Calling[]>;
}

/** What is kept with a version that may be published. */
export interface Judgement {
  changes: ContractChange[];
  exempted: PolicyObjection[];
}

/** Holds a contract against the one before it: what changed, and everything that stands against it. */
export function verdictOn(revision: ReadContract, standing: Standing): Verdict & { findings: Finding[] } {
  const { base, majors, exemptions } = standing;
  const findings = base ? findingsBetween(base, revision) : [];
  const proposal = judgeProposal(
    {
      contract: revision.contract,
      version: revision.version,
      base: base?.version ?? null,
      changed: base !== null && base.sha256 !== revision.sha256,
      findings,
      majors,
    },
    exemptions,
  );
  return { ...proposal, findings, ...together(proposal.objections, endingObjections(revision, standing)) };
}

/** What is kept of a verdict; `rejected` with all objections where it is against. */
export function judge(revision: ReadContract, standing: Standing): Judgement {
  const { findings, objections, allowed } = verdictOn(revision, standing);
  if (!allowed) throw refusal(revision.contract, objections);
  return { changes: findings.map(changeOf), exempted: objections };
}

/** What stands against the ends a version announces and carries out. */
export const endingObjections = (
  { contract, content }: ReadContract,
  { base, today, calling, exemptions }: Omit<Standing, 'majors'>,
): Objection[] => judgeEndings({ contract, before: base?.content ?? null, after: content, today, calling }, exemptions);

/** Everything that stands in the way of a step, with the way out of each. */
export function refusal(contract: string, objections: Objection[]): Failure {
  const standing = objections.filter(({ exemption }) => exemption === null);
  return new Failure('rejected', `the policy refuses this for ${contract}: ${standing[0]!.message}`, {
    code: standing[0]!.rule,
    record: contract,
    remedy: standing[0]!.remedy,
    fields: standing.map(({ rule, message, remedy }) => ({ field: rule, message: `${message}; ${remedy}` })),
  });
}
