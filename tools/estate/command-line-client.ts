/** The client the command line and the main job use. */
export const commandLineClient = {
  clientId: 'command-line',
  scopes: [
    'portal.read',
    'exceptions.resolve',
    'exceptions.read',
    'runs.read',
    'projects.read',
    'billing.read',
    'staffing.read',
    'events.read',
    'events.replay',
    'acquisitions.read',
    'acquisitions.write',
    'acquisitions.load',
    'swaps.read',
    'swaps.write',
    'contracts.read',
    'contracts.write',
    'contracts.approve',
  ],
};
