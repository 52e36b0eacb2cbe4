/** The client of whoever tries the APIs on the development issuer: it reads, and sees neither money nor people. */
export const developerClient = {
  clientId: 'developer',
  scopes: [
    'portal.read',
    'contracts.read',
    'runs.read',
    'projects.read',
    'billing.read',
    'staffing.read',
    'events.read',
  ],
};
