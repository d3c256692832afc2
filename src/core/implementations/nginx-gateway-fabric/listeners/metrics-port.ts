import { numberAt, valueAt, type Resolution } from '../../../gateway-api/index.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { nginxProxies } from '../nginx-proxies.ts';

const METRICS = ['spec', 'metrics'];
const DEFAULT_PORT = 9113;

/**
 * The port that nginx keeps for its metrics, where no listener can be; undefined where they are turned off.
 *
 * @see NGF graph/gateway.go `buildProtectedPorts`
 */
export function metricsPort(
  resolution: Pick<Resolution, 'index' | 'references'>,
  gateway: ManifestObject,
): number | undefined {
  const proxies = nginxProxies(resolution, gateway);
  const first = <Value>(read: (proxy: ManifestObject) => Value | undefined): Value | undefined =>
    proxies.map(read).find((value) => value !== undefined);
  if (first(({ value }) => valueAt(value, [...METRICS, 'disable'])) === true) return undefined;
  return first(({ value }) => numberAt(value, [...METRICS, 'port'])) ?? DEFAULT_PORT;
}
