import { kinds, type ObjectIndex } from '../../gateway-api/index.ts';
import type { ImplementationId } from '../../model/index.ts';
import { controllerConfig } from '../envoy-gateway/controller-config.ts';
import { isAtLeast } from '../is-at-least.ts';
import { readsListenerSets } from '../nginx-gateway-fabric/versions.ts';

const { listenerSet, xListenerSet } = kinds;

/**
 * The kinds of ListenerSets, as `group/Kind`, that a controller watches. It knows nothing of others: no listener is
 * opened for them, no status is written.
 *
 * @see NGF pull request #5138; Envoy Gateway #7998 (1.7, XListenerSet by a flag) and #8161 (1.8); kgateway #11255 (2.1) and
 *   #13671 (2.3, both kinds); agentgateway translator `ListenerSetBuilder`
 */
export function readListenerSetKinds(
  id: ImplementationId,
  version: string,
  index: ObjectIndex,
): readonly string[] {
  switch (id) {
    case 'nginx-gateway-fabric':
      return readsListenerSets(version) ? [listenerSet] : [];
    case 'envoy-gateway':
      return ofEnvoyGateway(version, index);
    case 'kgateway':
      if (isAtLeast(version, 2, 3)) return [listenerSet, xListenerSet];
      return isAtLeast(version, 2, 1) ? [xListenerSet] : [];
    case 'agentgateway':
      return [listenerSet];
    default:
      return id satisfies never;
  }
}

/** The flag of 1.7 is off unless the EnvoyGateway configuration turns it on. */
function ofEnvoyGateway(version: string, index: ObjectIndex): readonly string[] {
  if (isAtLeast(version, 1, 8)) return [listenerSet];
  const on = isAtLeast(version, 1, 7) && controllerConfig(index).xListenerSetEnabled;
  return on ? [xListenerSet] : [];
}
