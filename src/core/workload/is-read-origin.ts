import type { BackendOrigin } from './types.ts';

/** Whether the files themselves tell what a backend presents and demands. */
export function isReadOrigin(origin: BackendOrigin): boolean {
  return origin === 'nginx' || origin === 'environment';
}
