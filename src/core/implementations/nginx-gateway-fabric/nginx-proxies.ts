import { groups, stringAt, type Resolution } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';

/**
 * The NginxProxy objects that hold for a Gateway, of those among the files: its own, which has the first word, and that of
 * its class.
 *
 * @see NGF graph/nginxproxy.go `buildEffectiveNginxProxy`
 */
export function nginxProxies(
  { index, references }: Pick<Resolution, 'index' | 'references'>,
  gateway: ManifestObject,
): readonly ManifestObject[] {
  const className = stringAt(gateway.value, ['spec', 'gatewayClassName']) ?? '';
  const named = references.flatMap(({ kind, from, target }) => {
    const owner = index.byId.get(from.objectId);
    const isOwn = owner?.id === gateway.id;
    const applies = isOwn || (owner?.kind === 'GatewayClass' && owner.name === className);
    if (kind !== 'parametersRef' || !applies || target.group !== groups.nginxGateway) return [];
    const proxy = index.byId.get(target.objectId ?? '');
    return proxy === undefined ? [] : [{ proxy, isOwn }];
  });
  return [...named.filter(({ isOwn }) => isOwn), ...named.filter(({ isOwn }) => !isOwn)].map(
    ({ proxy }) => proxy,
  );
}
