import type { Connected } from '../connect.ts';
import { refKey } from './ref-key.ts';

/** The fields that backends read as their private key (`refKey`). */
export function keyPlacesOf(connected: readonly Connected[]): ReadonlySet<string> {
  return new Set(
    connected.flatMap(({ backend }) =>
      backend.servers.flatMap(({ key }) =>
        key?.source.kind === 'field' ? [refKey(key.source.field)] : [],
      ),
    ),
  );
}
