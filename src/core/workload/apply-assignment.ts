import { readDataValue, type ObjectIndex } from '../gateway-api/index.ts';
import type { Assignment, FieldRef, Finding, MaterialRef } from '../model/index.ts';
import type { Material } from '../pki/types.ts';
import type { WorkloadFindingCode } from './findings.ts';
import type { BackendServer, BackendTls } from './types.ts';

/** Text of dropped files, by blob id; undefined for a blob that is gone or still locked. */
export interface Materials {
  readonly blobs: (blobId: string) => string | undefined;
}

/**
 * Lays what the user assigned over what was read: a part that is assigned replaces the same part of every
 * server, a part that is not stays as read. A client CA without a verify mode means `on`.
 */
export function applyAssignment(
  index: ObjectIndex,
  read: BackendTls,
  assignment: Assignment,
  materials: Materials,
): BackendTls {
  const findings: Finding<WorkloadFindingCode>[] = [];
  const part = (name: 'chain' | 'key' | 'clientCa'): Part | undefined => {
    const reference = assignment[name];
    if (reference === undefined) return undefined;
    const found = readMaterialRef(index, reference, materials);
    if (found === undefined) findings.push(gone(assignment.target, name, reference));
    return found;
  };
  const parts = { chain: part('chain'), key: part('key'), clientCa: part('clientCa') };
  const bases: readonly BackendServer[] = read.servers.length === 0 ? [EMPTY] : read.servers;
  const servers = bases.map((server) => overlay(server, assignment, parts));
  const presents = servers.some(({ chain }) => chain !== undefined);
  const { absence, ...rest } = read;
  return {
    ...rest,
    ...(absence === undefined || parts.chain !== undefined ? {} : { absence }),
    origin: 'assigned',
    software: assignment.software ?? read.software,
    mode: presents ? 'tls' : read.mode,
    servers,
    unknowns: stillUnknown(read, parts),
    findings: [...read.findings, ...findings],
  };
}

const EMPTY: BackendServer = {
  names: [],
  isDefault: true,
  verifyClient: 'off',
  verifyDepth: 1,
  fields: {},
};

interface Part {
  readonly material: Material;
  readonly field?: FieldRef;
}

type Parts = { readonly [Name in 'chain' | 'key' | 'clientCa']: Part | undefined };

function overlay(server: BackendServer, assignment: Assignment, parts: Parts): BackendServer {
  const { chain, key, clientCa } = parts;
  const demanded = clientCa === undefined ? server.verifyClient : 'on';
  return {
    ...server,
    ...(chain === undefined ? {} : { chain: chain.material }),
    ...(key === undefined ? {} : { key: key.material }),
    ...(clientCa === undefined ? {} : { clientCa: clientCa.material }),
    verifyClient: assignment.verifyClient ?? demanded,
    verifyDepth: assignment.verifyDepth ?? server.verifyDepth,
    fields: {
      ...server.fields,
      ...(chain?.field === undefined ? {} : { chain: chain.field }),
      ...(key?.field === undefined ? {} : { key: key.field }),
      ...(clientCa?.field === undefined ? {} : { clientCa: clientCa.field }),
    },
  };
}

/** Nothing read needs explaining once the chain is assigned, except what is still missing. */
function stillUnknown(read: BackendTls, parts: Parts): readonly string[] {
  if (parts.chain === undefined) return read.unknowns;
  return parts.key === undefined && read.servers.every(({ key }) => key === undefined)
    ? [
        'The private key is not assigned, so it is not proven that the backend can use the certificate.',
      ]
    : [];
}

/** The text that an assignment names; undefined when it is gone. */
export function readMaterialRef(
  index: ObjectIndex,
  reference: MaterialRef,
  materials: Materials,
): Part | undefined {
  if (reference.kind === 'blob') {
    const pem = materials.blobs(reference.blobId);
    const { blobId } = reference;
    if (pem === undefined) return undefined;
    return { material: { pem, source: { kind: 'blob', blobId, label: blobId } } };
  }
  const object = index.byKey.get(reference.objectKey);
  const value = object && readDataValue(object, reference.dataKey);
  if (object === undefined || value === undefined) return undefined;
  const label = `${object.kind} ${object.name}, ${value.key}`;
  const source = { kind: 'field', field: value.field, label } as const;
  return { material: { pem: value.text, source }, field: value.field };
}

const PART_NAMES = { chain: 'The certificate chain', key: 'The key', clientCa: 'The client CA' };

function gone(
  target: string,
  part: keyof typeof PART_NAMES,
  reference: MaterialRef,
): Finding<WorkloadFindingCode> {
  const material =
    reference.kind === 'blob' ? reference.blobId : `${reference.objectKey}, ${reference.dataKey}`;
  return {
    id: `WORKLOAD-ASSIGNMENT-GONE|${target}|${part}`,
    code: 'WORKLOAD-ASSIGNMENT-GONE',
    severity: 'warning',
    subject: { kind: 'workspace' },
    params: { target, part: PART_NAMES[part], material },
    fixes: [],
  };
}
