import { capturedChanges } from '#connector';
import { dealsOfLines, wonAmong, wonSince } from './won-deals.js';

const dealChannel = '/data/OpportunityChangeEvent';
const lineChannel = '/data/OpportunityLineItemChangeEvent';

/** Won deals as change events of deals and of their lines tell. */
export const capturedOpportunities = capturedChanges({
  name: 'captured-opportunities',
  channels: [dealChannel, lineChannel],
  read: async (vendor, { [dealChannel]: deals = [], [lineChannel]: lines = [] }) =>
    wonAmong(vendor, [...new Set([...deals, ...(await dealsOfLines(vendor, lines))])]),
  readSince: wonSince,
});
