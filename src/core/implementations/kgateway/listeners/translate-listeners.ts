import { valueAt, type Resolution } from '../../../gateway-api/index.ts';
import { groupBy } from '../../../gateway-api/group-by.ts';
import type { Listener } from '../../../gateway-api/types.ts';
import type { ManifestObject } from '../../../manifest/types.ts';
import { frontendRefs } from '../../listeners/frontend-refs.ts';
import { listenerCertificateRefs } from '../../listeners/references-at.ts';
import type { PredictedCondition } from '../../status.ts';
import type { KgatewayFeatures } from '../versions.ts';
import { certificateCause } from './certificate-cause.ts';
import { frontendCauses } from './frontend-causes.ts';
import { change } from './listener-conditions.ts';
import { optionCauses } from './option-causes.ts';
import { streamRoutes } from './stream-routes.ts';
import { tlsChanges, type TlsCause } from './tls-causes.ts';

interface Translation {
  /** Envoy gets a filter chain. */
  readonly made: boolean;
  readonly changes: readonly PredictedCondition[];
}

/**
 * What the translation of listeners that have their port changes in their conditions.
 *
 * @param placed listeners of one Gateway
 * @see kgateway pkg/kgateway/translator/listener/gateway_listener_translator.go `TranslateListener`
 */
export function translateListeners(
  resolution: Resolution,
  features: KgatewayFeatures,
  gateway: ManifestObject,
  placed: readonly Listener[],
): ReadonlyMap<Listener, readonly PredictedCondition[]> {
  const tlsOf = (listener: Listener): Translation =>
    translateTls(resolution, features, gateway, listener);
  const found = new Map<Listener, readonly PredictedCondition[]>();
  for (const listener of placed)
    if (listener.protocol === 'HTTPS') found.set(listener, tlsOf(listener).changes);
  const streams = placed.filter(({ protocol }) => protocol === 'TLS' || protocol === 'TCP');
  for (const onPort of groupBy(streams, ({ port }) => port).values()) {
    const made = onPort.map((listener) => {
      if (!streamRoutes(resolution, listener).chains) return false;
      const tls = tlsOf(listener);
      found.set(listener, tls.changes);
      return tls.made;
    });
    if (made.includes(true)) continue;
    for (const listener of onPort)
      found.set(listener, [...(found.get(listener) ?? []), NOTHING_BEHIND]);
  }
  return found;
}

const NOTHING_BEHIND = change(
  'Programmed',
  'False',
  'Invalid',
  'TCP/TLS listener has no valid backends or routes',
);

const NO_TLS: Translation = { made: true, changes: [] };

/** Errors in the kinds of CAs come first and alone; then the certificates, the options, and the CAs that are read. */
function translateTls(
  resolution: Resolution,
  features: KgatewayFeatures,
  gateway: ManifestObject,
  listener: Listener,
): Translation {
  const { gatewayAncestors, partialCertificates } = features;
  const { index } = resolution;
  const owner = index.byId.get(listener.listenerSetId ?? listener.gatewayId);
  const tls = valueAt(owner?.value, ['spec', 'listeners', listener.index, 'tls']);
  if (tls === undefined || valueAt(tls, ['mode']) === 'Passthrough') return NO_TLS;
  const tell = (causes: readonly TlsCause[], made: boolean): Translation => ({
    made,
    changes: tlsChanges(causes, made, features),
  });
  const frontend = frontendRefs(resolution, gateway, listener);
  const judged = gatewayAncestors ? frontend.references : [];
  const { kinds, others, readable, usable } = frontendCauses(index, gateway, judged);
  if (kinds.length > 0 && readable === 0) return tell(kinds, false);
  const references = listenerCertificateRefs(resolution, listener);
  const broken = references.flatMap((reference) => certificateCause(index, reference) ?? []);
  const none = broken.length > 0 && broken.length === references.length;
  if (none || (broken.length > 0 && !partialCertificates))
    return tell(partialCertificates ? broken : broken.slice(0, 1), false);
  const authorities = gatewayAncestors ? readable : frontend.references.length;
  const options = optionCauses(tls, authorities, features);
  if (options.length > 0) return tell(options, false);
  const clientsRefused = readable > 0 && usable === 0 && !frontend.insecure;
  const causes = [...broken, ...others];
  return tell(causes.length > 0 ? causes : kinds, !clientsRefused);
}
