import type { Exemption } from './exemptions.js';

/** What the policy can hold against a step in a contract's life. */
export const policyRules = {
  'no-version': 'every contract says in info.version which version it is',
  'breaking-change': 'what breaks callers gets a new major version beside the old one',
  'version-mismatch': 'info.version says what changed: breaking major, additive minor, words patch',
  'lineage-missing': 'a new major version stands beside the one before it',
  'early-sunset': 'callers have 90 days between deprecation and sunset',
  'no-sunset': 'what is deprecated says when it ends',
  'no-successor': 'what is deprecated says what to use instead',
  unannounced: 'a contract that is deprecated says so on each operation, where callers see it',
  'before-sunset': 'nothing is retired before its sunset',
  'still-called': 'nothing is retired while a registered consumer calls it',
} as const;

export type PolicyRule = keyof typeof policyRules;

/** One thing the policy holds against a step. */
export interface Objection {
  rule: PolicyRule;
  message: string;
  remedy: string;
  /** File of the exemption that lets it pass; null where it stands. */
  exemption: string | null;
}

export type Complaint = Omit<Objection, 'exemption'>;

/** Marks what is exempted today; the others stand. */
export function withExemptions(complaints: Complaint[], contract: string, exemptions: Exemption[]): Objection[] {
  return complaints.map((complaint) => {
    const found = exemptions.find((one) => one.at === null && one.contract === contract && one.rule === complaint.rule);
    return { ...complaint, exemption: found?.file ?? null };
  });
}

/** Whether nothing stands against the step. */
export const isAllowed = (objections: Objection[]): boolean => objections.every(({ exemption }) => exemption !== null);
