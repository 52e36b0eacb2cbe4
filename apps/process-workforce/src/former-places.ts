import type { CalendarDate } from '#kernel';
import type { Flow } from '#workflow';
import type { Carried } from './carried.js';
import {
  accountOf,
  employeeOf,
  personOf,
  type ProvisioningServices,
  reasonForNone,
  whereSupported,
} from './provisioning.js';
import { roleOf } from './onboarding-rules.js';
import type { Person } from './person.repository.js';

/** Ends what stays behind where another legal entity means another system, or another engagement no record. */
export async function endFormerPlaces(
  flow: Flow,
  { carried: before, standing }: Person,
  { after, lastDay }: { after: Carried; lastDay: CalendarDate },
  { systems, estate }: ProvisioningServices,
): Promise<void> {
  if (standing === 'left') return;
  const hasMoved = (domain: 'identity' | 'erp' | 'scheduling' | 'psa'): boolean =>
    estate.instanceFor(domain, before.legalEntity).name !== estate.instanceFor(domain, after.legalEntity).name;
  const { number: reference, legalEntity } = before;
  if (hasMoved('identity')) {
    await flow.step('end identity account at the former legal entity', {
      act: (key) => systems.for('identity', legalEntity).putAccount({ reference, key, body: accountOf(before, false) }),
    });
  }
  const hadRecord = reasonForNone('erp', before, estate) === null;
  if (hadRecord && (hasMoved('erp') || reasonForNone('erp', after, estate) !== null)) {
    await flow.step('end employee in the former ERP', {
      act: (key) => systems.for('erp', legalEntity).putEmployee({ reference, key, body: employeeOf(before, false) }),
    });
  }
  if (hasMoved('scheduling')) {
    await flow.step('end the worker in the former scheduling', {
      act: (key) =>
        whereSupported(systems.for('scheduling', legalEntity).endResource({ reference, key, body: { lastDay } })),
    });
  }
  if (hasMoved('psa') && reasonForNone('psa', before, estate) === null) {
    const body = personOf(before, roleOf(before, estate).name, false);
    await flow.step('end the worker in the former PSA', {
      act: (key) => whereSupported(systems.for('psa', legalEntity).putPerson({ reference, key, body })),
    });
  }
}
