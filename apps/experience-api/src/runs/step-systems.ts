import type { SearchedSystem, StepSystem } from '#contracts';

/** Steps say in their names where they act; some reads are named after what they read. */
export function systemOf(step: string, workflow: string): StepSystem {
  const named = /\b(ERP|PSA|scheduling|identity|CRM|HR)\b/.exec(step)?.[1];
  if (named) return named as StepSystem;
  if (step.startsWith('publish demand')) return 'scheduling';
  if (step === 'deal') return 'CRM';
  if (step === 'customer') return 'ERP';
  if (step === 'worker') return 'HR';
  return workflow === 'time-to-billing' ? 'ERP' : 'gateway';
}

/** The word by which a step in a system is found. */
export const wordOf = (system: SearchedSystem): string => ({ CRM: 'deal', HR: 'worker' })[system as string] ?? system;
