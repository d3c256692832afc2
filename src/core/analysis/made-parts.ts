import { makerOf, type Connection, type Maker, type Resolution } from '../gateway-api/index.ts';
import type { Reference } from '../gateway-api/types.ts';
import type { BackendTls } from '../workload/index.ts';

/** An object that a connection needs, that is not among the files, and that a controller makes from one that is. */
export interface MadePart {
  readonly reference: Reference;
  readonly maker: Maker;
}

/** What of a connection is known to its makers alone. What the user said that a workload presents is known. */
export function madeParts(
  connection: Connection,
  backend: BackendTls,
  { references, index }: Resolution,
): readonly MadePart[] {
  const taking = new Set(connection.fields.map(({ objectId }) => objectId));
  taking.add(connection.gatewayId);
  for (const { kind, from, target } of references)
    if (kind === 'policyTarget' && target.key === connection.backend.target.key)
      taking.add(from.objectId);
  const told = backend.origin === 'assigned' && backend.servers.some(({ chain }) => chain);
  if (backend.workloadId !== undefined && !told) taking.add(backend.workloadId);
  return references.flatMap((reference) => {
    const { from, target, optional } = reference;
    if (target.objectId !== undefined || optional === true || !taking.has(from.objectId)) return [];
    const maker = IDENTITY.has(reference.kind) ? makerOf(index, target) : undefined;
    return maker === undefined ? [] : [{ reference, maker }];
  });
}

/** A listener's certificate is the client's business, not the backend's. */
const IDENTITY: ReadonlySet<Reference['kind']> = new Set([
  'caCertificateRef',
  'clientCertificateRef',
  'secretRef',
  'volume',
]);

/** Why the handshake cannot be judged, and what to do. */
export function madeReason(parts: readonly MadePart[]): string {
  const texts = parts.map(
    ({ reference: { target }, maker }) =>
      `${maker.text} makes ${target.kind} ${target.namespace}/${target.name}`,
  );
  const mounted = parts.some(({ reference }) => reference.kind === 'volume');
  const help = mounted
    ? 'Drop the public certificate onto it to run the handshake without its key.'
    : 'Add what it writes to the workspace to run the handshake.';
  return `${[...new Set(texts)].join('; ')}: what is in it is not among the files. ${help}`;
}
