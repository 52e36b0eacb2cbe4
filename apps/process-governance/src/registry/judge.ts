import type { ContractChange, PolicyObjection } from '#contracts';
import { type Exemption, judgeProposal, type Objection } from '#governance';
import { Failure } from '#kernel';
import { changeOf, findingsBetween, type ReadContract } from './read-contract.js';

/** What is known when a contract is judged. */
export interface Standing {
  /** The newest published version of its major; null for the first. */
  base: ReadContract | null;
  majors: number[];
  exemptions: Exemption[];
}

/** What is kept with a version that may be published. */
export interface Judgement {
  changes: ContractChange[];
  exempted: PolicyObjection[];
}

/** Holds a contract against the one before it; `rejected` with everything that stands against it. */
export function judge(revision: ReadContract, { base, majors, exemptions }: Standing): Judgement {
  const findings = base ? findingsBetween(base, revision) : [];
  const { objections, allowed } = judgeProposal(
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
  if (!allowed) throw refusal(revision.contract, objections);
  return { changes: findings.map(changeOf), exempted: objections };
}

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
