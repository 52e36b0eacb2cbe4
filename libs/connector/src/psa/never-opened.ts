import type { psa } from '#contracts';

/** What archiving a workspace that never was there comes to. */
export const neverOpened = ({ reference }: { reference: string }): psa.PsaProject => ({
  id: reference,
  reference,
  name: reference,
  status: 'closed',
});
