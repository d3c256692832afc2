import type { FieldRef } from '../../model/index.ts';
import type { TrustSource } from '../../implementations/types.ts';
import type { Material } from '../../pki/types.ts';
import type { BackendServer } from '../../workload/types.ts';
import type { HandshakeRequest } from '../request.ts';
import type { ExchangeFacts } from '../exchange/types.ts';
import { materialField } from './material-field.ts';

/** The server block that answers, as the workload describes it; undefined when that is not known. */
export function answeringServer(
  request: HandshakeRequest,
  facts: ExchangeFacts,
): BackendServer | undefined {
  const { backend } = facts.request;
  const block = facts.server?.block;
  if (block === undefined || (backend.kind !== 'nginx' && backend.kind !== 'strict'))
    return undefined;
  return request.backend.servers[backend.servers.indexOf(block)];
}

/** The fields that hold what both ends use, each undefined when nothing is known to hold it. */
export interface HandshakeFields {
  readonly policy: FieldRef | undefined;
  /** Data field of the trusted CA, and the reference to it. */
  readonly trust: FieldRef | undefined;
  readonly trustReference: FieldRef | undefined;
  readonly clientChain: FieldRef | undefined;
  readonly clientKey: FieldRef | undefined;
  readonly clientReference: FieldRef | undefined;
  readonly serverChain: FieldRef | undefined;
  readonly serverKey: FieldRef | undefined;
  readonly clientCa: FieldRef | undefined;
  readonly verifyClient: FieldRef | undefined;
}

/** Finds the fields of one connection. */
export function handshakeFields(
  request: HandshakeRequest,
  server: BackendServer | undefined,
): HandshakeFields {
  const { trust, clientCertificate, policy } = request.programmed;
  return {
    policy,
    trust: trust?.kind === 'bundle' ? materialField(trust.material) : undefined,
    trustReference: trust?.from,
    clientChain: materialField(clientCertificate?.chain),
    clientKey: materialField(clientCertificate?.key),
    clientReference: clientCertificate?.from,
    serverChain: materialField(server?.chain) ?? server?.fields.chain,
    serverKey: materialField(server?.key) ?? server?.fields.key,
    clientCa: materialField(server?.clientCa) ?? server?.fields.clientCa,
    verifyClient: server?.fields.verifyClient,
  };
}

/** Labels of where material lies: the field for people, else the dropped file or list. */
export function placeLabels(
  request: HandshakeRequest,
  server: BackendServer | undefined,
): { trust: string; clientChain: string; serverChain: string; clientCa: string } {
  const { trust, clientCertificate } = request.programmed;
  const label = (material: BackendServer['chain'], otherwise: string) => {
    const field = materialField(material);
    return field === undefined ? (material?.source.label ?? otherwise) : request.describe(field);
  };
  return {
    trust: trustLabel(trust, (material) => label(material, '')),
    clientChain: label(clientCertificate?.chain, 'the gateway'),
    serverChain: label(server?.chain, 'the backend'),
    clientCa: label(server?.clientCa, 'the backend'),
  };
}

function trustLabel(trust: TrustSource | undefined, label: (material: Material) => string): string {
  if (trust?.kind === 'bundle') return label(trust.material);
  return trust?.kind === 'file' ? `file ${trust.path} in the proxy` : 'system CA list';
}
