import { Failure } from '#kernel';

/** Whatever hinders listening; a port in use is named. */
export function listenFailure(error: unknown, port: number): unknown {
  if ((error as { code?: string }).code !== 'EADDRINUSE') return error;
  return new Failure('unavailable', `port ${port} is taken`, {
    code: 'port-taken',
    remedy: `stop what listens on port ${port}, or set BASE_PORT to use others`,
    cause: error,
  });
}
