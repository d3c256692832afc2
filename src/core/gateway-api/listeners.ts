import type { JsonValue, ManifestObject } from '../manifest/types.ts';
import { itemsAt, numberAt, stringAt } from './json.ts';
import type { Listener } from './types.ts';

/**
 * The listeners of a Gateway or ListenerSet in the order of the manifest; one without a port is left to
 * validation.
 *
 * @param gatewayId the Gateway that the listeners belong to, where `owner` is a ListenerSet
 */
export function listenersOf(owner: ManifestObject, gatewayId = owner.id): readonly Listener[] {
  const place = gatewayId === owner.id ? { gatewayId } : { gatewayId, listenerSetId: owner.id };
  return itemsAt(owner.value, ['spec', 'listeners']).flatMap((entry, index) =>
    readListener({ ...place, index }, entry),
  );
}

function readListener(
  place: Pick<Listener, 'gatewayId' | 'listenerSetId' | 'index'>,
  entry: JsonValue,
): Listener[] {
  const port = numberAt(entry, ['port']);
  if (port === undefined) return [];
  const hostname = stringAt(entry, ['hostname']);
  const protocol = stringAt(entry, ['protocol']) ?? '';
  const mode = stringAt(entry, ['tls', 'mode']) === 'Passthrough' ? 'Passthrough' : 'Terminate';
  return [
    {
      ...place,
      name: stringAt(entry, ['name']) ?? '',
      port,
      protocol,
      ...(hostname === undefined ? {} : { hostname }),
      ...(protocol === 'TLS' ? { tlsMode: mode } : {}),
    },
  ];
}
