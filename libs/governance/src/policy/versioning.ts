import type { Finding } from '../finding.js';
import type { Exemption } from './exemptions.js';
import { type Complaint, isAllowed, type Objection, withExemptions } from './objection.js';
import { type Bump, bumpBetween, bumps, parseVersion, raised, type Version } from './semver.js';

/** A contract that is to be published. */
export interface Proposal {
  /** `<layer>/<api>/v<major>`, e.g. `process/projects/v1`. */
  contract: string;
  /** Its `info.version`. */
  version: string;
  /** Version it follows: the newest of its major, or null for the first of its major. */
  base: string | null;
  /** Whether its text differs at all from the base's. */
  changed: boolean;
  /** What the diff from the base says; none for the first of its major. */
  findings: Pick<Finding, 'level' | 'message'>[];
  /** Majors of this API that are published and not retired. */
  majors: number[];
}

/** What the policy says to a proposal. */
export interface Verdict {
  allowed: boolean;
  /** What the change asks for. */
  required: Bump;
  /** The version that would say it; null where the base has none. */
  suggested: string | null;
  objections: Objection[];
}

/**
 * Breaking → a new major version beside the old one, or refused; additive → minor; documentation → patch; and
 * `info.version` says the same. Pure: everything it looks at is given.
 */
export function judgeProposal(proposal: Proposal, exemptions: Exemption[] = []): Verdict {
  const required = requiredBump(proposal);
  const version = parseVersion(proposal.version);
  const base = proposal.base === null ? null : parseVersion(proposal.base);
  const complaints = version
    ? [...lineage(proposal, version), ...(base ? stepComplaints(proposal, base, version) : [])]
    : [noVersion(proposal)];
  const objections = withExemptions(complaints, proposal.contract, exemptions);
  const suggested = base && raised(base, required === 'major' ? 'minor' : required);
  return { allowed: isAllowed(objections), required, suggested, objections };
}

const bumpOfLevel = { breaking: 'major', dangerous: 'minor', safe: 'minor', documentation: 'patch' } as const;

/** What the worst finding asks for; a change of the text that means nothing is one of words. */
export function requiredBump({ changed, findings }: Pick<Proposal, 'changed' | 'findings'>): Bump {
  const asked = findings.map(({ level }) => bumps.indexOf(bumpOfLevel[level]));
  return bumps[Math.max(changed ? bumps.indexOf('patch') : 0, ...asked)]!;
}

function stepComplaints(proposal: Proposal, base: Version, version: Version): Complaint[] {
  const breaking = proposal.findings.filter(({ level }) => level === 'breaking');
  const required = breaking.length > 0 ? 'minor' : requiredBump(proposal);
  const isSaid = bumpBetween(base, version) === required;
  return [
    ...(breaking.length > 0 ? [breakingChange(proposal, breaking)] : []),
    ...(isSaid ? [] : [mismatch(proposal, raised(base, required))]),
  ];
}

function lineage({ contract, base, majors }: Proposal, [major]: Version): Complaint[] {
  const path = Number(/\/v(\d+)$/.exec(contract)?.[1]);
  const complaints: Complaint[] = [];
  if (path !== major) {
    complaints.push({
      rule: 'version-mismatch',
      message: `${contract} has major ${path} in its path and ${major} in info.version`,
      remedy: 'give both the same major',
    });
  }
  const isLater = base === null && major > 1 && majors.length > 0;
  if (isLater && !majors.includes(major - 1)) {
    complaints.push({
      rule: 'lineage-missing',
      message: `${contract} would stand beside major ${majors.join(', ')}, not beside ${major - 1}`,
      remedy: `publish it as major ${Math.max(...majors) + 1}, beside the one in use`,
    });
  }
  return complaints;
}

const noVersion = ({ contract, version }: Proposal): Complaint => ({
  rule: 'no-version',
  message: `"${version}" of ${contract} is no version`,
  remedy: 'write info.version as major.minor.patch, e.g. 1.4.0',
});

const breakingChange = ({ contract }: Proposal, breaking: Proposal['findings']): Complaint => ({
  rule: 'breaking-change',
  message: `${breaking.length} of the changes to ${contract} break callers: ${breaking[0]!.message}`,
  remedy: 'take the compatible way each finding names, or publish a new major version and keep this one beside it',
});

const mismatch = ({ contract, version, base }: Proposal, wanted: string): Complaint => ({
  rule: 'version-mismatch',
  message: `${contract} goes from ${base} to ${version}, and what changed asks for ${wanted}`,
  remedy: `write ${wanted} in info.version`,
});
