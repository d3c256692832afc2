import type { Resolution } from '../../gateway-api/index.ts';
import { kinds } from '../../gateway-api/kinds.ts';
import { mergeListeners } from '../../gateway-api/merged-listeners.ts';
import type { Listener } from '../../gateway-api/types.ts';
import type { Finding } from '../../model/index.ts';
import { implementationInfo } from '../implementation-info.ts';
import { asReadBy } from '../listener-sets/as-read-by.ts';
import { readListenerSetKinds } from '../listener-sets/read-kinds.ts';
import type { ChosenVersions } from '../program.ts';
import { listenerRefusal } from './listener-refusal.ts';

/**
 * The findings with what each controller does about listeners that the Gateway API cannot tell apart: one that it opens all
 * the same is a warning.
 *
 * @param findings of the resolution; all but LISTENER-CONFLICTED come back as they are
 * @param at the date on which certificates of listeners are read
 */
export function settleConflicts(
  findings: readonly Finding[],
  resolution: Resolution,
  versions: ChosenVersions,
  at?: number,
): readonly Finding[] {
  if (!findings.some(isConflict)) return findings;
  const { index, references } = resolution;
  const merged = mergeListeners(index, references);
  const conflicted = index
    .ofKind(kinds.gateway)
    .flatMap(({ id }) => merged.ofGateway(id))
    .filter(({ conflict }) => conflict !== undefined);
  return findings.map((finding) => {
    const listener = isConflict(finding)
      ? conflicted.find((one) => isOf(one, finding.field))
      : undefined;
    const opener = listener && openerOf(listener, resolution, versions, at);
    if (opener === undefined) return finding;
    const effect = `${opener} opens the listener all the same; by the Gateway API it is not configured.`;
    return { ...finding, severity: 'warning', params: { ...finding.params, effect } };
  });
}

function isConflict({ code }: Finding): boolean {
  return code === 'LISTENER-CONFLICTED';
}

function isOf({ listenerSetId, gatewayId, index }: Listener, field: Finding['field']): boolean {
  return (listenerSetId ?? gatewayId) === field?.objectId && field.path[2] === index;
}

/** Name and version of the controller, if it opens the listener. */
function openerOf(
  listener: Listener,
  resolution: Resolution,
  versions: ChosenVersions,
  at: number | undefined,
): string | undefined {
  const { index, implementations } = resolution;
  const id = implementations.get(index.byId.get(listener.gatewayId)?.key ?? '')?.id ?? null;
  if (id === null) return undefined;
  const { name, defaultVersion } = implementationInfo[id];
  const version = versions[id] ?? defaultVersion;
  const set = index.byId.get(listener.listenerSetId ?? '');
  if (set && !readListenerSetKinds(id, version, index).includes(`${set.group}/${set.kind}`))
    return undefined;
  const refusal = listenerRefusal(listener, asReadBy(id, version, resolution), {
    id,
    version,
    at,
  });
  return refusal === null || refusal.works ? `${name} ${version}` : undefined;
}
