import { isReadOrigin } from '../../workload/is-read-origin.ts';
import type { TopologyInput } from '../../topology/index.ts';
import type { Topology } from '../../topology/types.ts';
import type { BackendTls } from '../../workload/types.ts';
import type { FileParts } from './file-parts.ts';
import { namesOf } from './identity-places.ts';
import type { PlacementContext } from './placement-context.ts';
import type { ScoredPlace } from './scored-place.ts';
import type { Placement } from './types.ts';

/** A party whose certificates no manifest tells. */
export interface Party {
  readonly backend: BackendTls;
  readonly place: Pick<Placement, 'how' | 'targetKey' | 'target' | 'keys' | 'along'>;
  /** The name that the gateway asks for. */
  readonly sni: string | undefined;
}

/** Workloads and outside hosts whose certificates no manifest tells: the file says what they present or demand. */
export function assignmentPlaces(
  file: FileParts,
  withKey: boolean,
  { picture, topology }: PlacementContext,
): readonly ScoredPlace[] {
  const places = partiesOf(picture, topology).flatMap((party) => [
    ...presented(file, withKey, party),
    ...demanded(file, party),
  ]);
  return [...new Map(places.map((one) => [one.place.id, one])).values()];
}

/** One for each connection to such a party. */
export function partiesOf(picture: TopologyInput, topology: Topology): readonly Party[] {
  return picture.resolution.connections.flatMap((connection): Party[] => {
    const backend = picture.backends.get(connection.id);
    if (backend === undefined || isReadOrigin(backend.origin)) return [];
    const node = topology.nodes.find(({ id }) => id === backend.assignmentTarget);
    const targetKey = node?.id ?? connection.backend.target.key;
    const target = node === undefined ? hostOf(backend) : `${node.kind} ${node.name}`;
    const place = { how: 'assign', targetKey, target, keys: {}, along: [] } as const;
    return [{ backend, place, sni: sniOf(picture, connection.id) }];
  });
}

function hostOf({ assignmentTarget }: BackendTls): string {
  return assignmentTarget.replace(/^host:/, '');
}

function sniOf({ programmed }: TopologyInput, connectionId: string): string | undefined {
  return programmed.get(connectionId)?.sni?.value;
}

function presented(
  { leaf }: FileParts,
  withKey: boolean,
  { backend, place, sni }: Party,
): readonly ScoredPlace[] {
  if (leaf === null) return [];
  const asked = sni !== undefined && namesOf(leaf).includes(sni);
  const full: Placement = {
    ...place,
    id: `${backend.assignmentTarget}|identity`,
    part: 'identity',
    effect: backend.servers.some(({ chain }) => chain !== undefined) ? 'replace' : null,
    as: withKey ? 'as its certificate and key' : 'as its certificate',
    why: asked ? `The gateway asks for ${sni}.` : null,
  };
  return [{ score: asked ? 75 : 25, place: full }];
}

function demanded({ authorities }: FileParts, { backend, place }: Party): readonly ScoredPlace[] {
  if (authorities.length === 0) return [];
  const full: Placement = {
    ...place,
    id: `${backend.assignmentTarget}|authority`,
    part: 'authority',
    effect: backend.servers.some(({ clientCa }) => clientCa !== undefined) ? 'replace' : null,
    as: 'as the CA of clients that it accepts',
    why: null,
  };
  return [{ score: 8, place: full }];
}
