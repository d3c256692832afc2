import {
  kinds,
  servicePorts,
  stringAt,
  valueAt,
  type Reference,
  type Resolution,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';

/** One target of a BackendTLSPolicy as the data plane gets it. */
export interface TlsPolicyTarget {
  readonly reference: Reference;
  readonly section?: string;
  /** Number of the Service port that the section names, by name or by number. */
  readonly port?: number;
  /** Name of the policy of higher priority on the same target; this one is then not sent. */
  readonly conflictsWith?: string;
}

/**
 * The targets of a BackendTLSPolicy in order. Two policies conflict when group, kind, name and section are
 * the same; the older one wins, then the name.
 *
 * @see agentgateway controller/pkg/agentgateway/plugins/backend_tls_plugin.go `checkConflicted`
 */
export function tlsPolicyTargets(
  resolution: Resolution,
  policy: ManifestObject,
): readonly TlsPolicyTarget[] {
  return policyReferences(resolution, policy.id).map((reference): TlsPolicyTarget => {
    const section = stringAt(valueAt(policy.value, reference.from.path), ['sectionName']);
    const [winner] = (resolution.policyTargets.get(reference.target.key) ?? []).filter(
      ({ sectionName }) => sectionName === section,
    );
    const rival =
      winner === undefined || winner.policyId === policy.id
        ? undefined
        : resolution.index.byId.get(winner.policyId)?.name;
    const port = section === undefined ? undefined : portOf(resolution, reference, section);
    return {
      reference,
      ...(section === undefined ? {} : { section }),
      ...(port === undefined ? {} : { port }),
      ...(rival === undefined ? {} : { conflictsWith: rival }),
    };
  });
}

const tables = new WeakMap<Resolution, ReadonlyMap<string, readonly Reference[]>>();

/** Policy target references by the policy they stand in. */
function policyReferences(resolution: Resolution, policyId: string): readonly Reference[] {
  const known = tables.get(resolution);
  if (known !== undefined) return known.get(policyId) ?? [];
  const table = new Map<string, Reference[]>();
  for (const reference of resolution.references) {
    if (reference.kind !== 'policyTarget') continue;
    const list = table.get(reference.from.objectId) ?? [];
    list.push(reference);
    table.set(reference.from.objectId, list);
  }
  tables.set(resolution, table);
  return table.get(policyId) ?? [];
}

/** agentgateway takes a port number as section too. */
function portOf({ index }: Resolution, { target }: Reference, section: string): number | undefined {
  if (`${target.group}/${target.kind}` !== kinds.service) return undefined;
  if (/^[+-]?\d+$/.test(section)) return Number(section);
  const service = index.byId.get(target.objectId ?? '');
  return service && servicePorts(service).find(({ name }) => name === section)?.port;
}
