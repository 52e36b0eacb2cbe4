/** Ports beside those of the estate (see tools/estate/settings.ts). */
const proxyShift = 20;
const webhookOffset = 94;
const redisOffset = 95;
const replicaShift = 100;

/** The proxy in front of a vendor's own port. */
export const proxyPort = (vendorOrigin: string): number => Number(new URL(vendorOrigin).port) + proxyShift;

/** Where the HR system pushes to. */
export const webhookPort = (basePort: number): number => basePort + webhookOffset;

/** Where the queue's own Redis answers. */
export const redisPort = (basePort: number): number => basePort + redisOffset;

/** The base port of the second copy of every app. */
export const replicaBasePort = (basePort: number): number => basePort + replicaShift;
