import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import { itemsAt, numberAt, stringAt } from './json.ts';
import type { Listener } from './types.ts';

/** The listeners of a Gateway in the order of the manifest; one without a port is left to validation. */
export function listenersOf(gateway: ManifestObject): readonly Listener[] {
  return itemsAt(gateway.value, ['spec', 'listeners']).flatMap((entry, index) =>
    readListener(gateway.id, entry, index),
  );
}

function readListener(gatewayId: string, entry: JsonValue, index: number): Listener[] {
  const port = numberAt(entry, ['port']);
  if (port === undefined) return [];
  const hostname = stringAt(entry, ['hostname']);
  const listener = {
    gatewayId,
    index,
    name: stringAt(entry, ['name']) ?? '',
    port,
    protocol: stringAt(entry, ['protocol']) ?? '',
  };
  return [hostname === undefined ? listener : { ...listener, hostname }];
}
