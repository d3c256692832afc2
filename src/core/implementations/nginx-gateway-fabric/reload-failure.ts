import { groupBy } from '../../gateway-api/group-by.ts';
import type { Connection } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldRef } from '../../model/index.ts';
import type { Material } from '../../pki/types.ts';
import {
  keyMismatch,
  loadOwnChain,
  loadPrivateKey,
  loadTrust,
  type LoadFailure,
  type LoadResult,
} from '../../verify/loading/index.ts';
import type { ClientCertificate, UpstreamTls } from '../types.ts';
import type { ClientCertificateVerdict } from './client-certificate.ts';
import type { NgfState } from './ngf-state.ts';
import { programConnection } from './program-connection.ts';

/** `DEFAULT` ciphers of OpenSSL 3.2 and later. */
const SECURITY_LEVEL = 2;

/** Why nginx refuses the configuration of a Gateway. */
export interface ReloadFailure {
  /** What nginx prints behind `[emerg]`. */
  readonly text: string;
  /** The directive that names the file, and the file. */
  readonly line: string;
  /** What the file was written from. */
  readonly material: Material;
  /** The field that names the Secret or ConfigMap. */
  readonly from: FieldRef;
  /** Connections with a file of their own that nginx cannot load. */
  readonly owners: ReadonlySet<string>;
}

interface Known {
  readonly connections: ReadonlyMap<string, readonly Connection[]>;
  readonly failures: Map<string, ReloadFailure | null>;
}

const known = new WeakMap<NgfState, Known>();

/**
 * The first file of the Gateway's https upstreams that nginx cannot load; the configuration that ran before stays.
 *
 * @returns null when nginx takes them all
 * @see nginx src/http/modules/ngx_http_proxy_module.c `ngx_http_proxy_set_ssl`
 */
export function reloadFailure(
  { state, version }: { readonly state: NgfState; readonly version: string },
  gateway: ManifestObject,
): ReloadFailure | null {
  const { connections, failures } = knownOf(state);
  const key = `${version}|${gateway.id}`;
  const told = failures.get(key);
  if (told !== undefined) return told;
  const failure = findFailure(state, version, gateway, connections.get(gateway.id) ?? []);
  failures.set(key, failure);
  return failure;
}

function knownOf(state: NgfState): Known {
  const made = known.get(state) ?? {
    connections: groupBy(state.resolution.connections, ({ gatewayId }) => gatewayId),
    failures: new Map<string, ReloadFailure | null>(),
  };
  known.set(state, made);
  return made;
}

function findFailure(
  state: NgfState,
  version: string,
  gateway: ManifestObject,
  connections: readonly Connection[],
): ReloadFailure | null {
  const mismatch = hasMismatch(state.clientCertificate(gateway));
  const read = new Map<string, LoadFailure | null>();
  const failed = connections.flatMap((connection) => {
    const { upstream } = programConnection(connection, state, version);
    const failure = upstreamFailure(upstream, mismatch, read);
    return failure === null ? [] : [{ ...failure, id: connection.id }];
  });
  const [first] = failed;
  return first === undefined ? null : { ...first, owners: new Set(failed.map(({ id }) => id)) };
}

/** The one fault of a key that a bad verdict on `ca.crt` hides from the control plane and nginx then finds. */
function hasMismatch(verdict: ClientCertificateVerdict): boolean {
  const hidden = verdict.kind === 'used' ? verdict.resolved.hiddenError : undefined;
  return hidden?.endsWith('private key does not match public key') ?? false;
}

type FileFailure = Omit<ReloadFailure, 'owners'>;

/** The pair first, then the trusted certificates; each file is read once. */
function upstreamFailure(
  { mode, clientCertificate, trust, isGrpc }: UpstreamTls,
  mismatch: boolean,
  read: Map<string, LoadFailure | null>,
): FileFailure | null {
  if (mode !== 'tls') return null;
  const once = (path: string, load: () => LoadFailure | null): LoadFailure | null => {
    const told = read.get(path);
    if (told !== undefined) return told;
    const failure = load();
    read.set(path, failure);
    return failure;
  };
  if (clientCertificate !== undefined) {
    const { chain: material, from } = clientCertificate;
    const { path = '' } = material;
    const failure = once(path, () => pairFailure(clientCertificate, mismatch));
    const line = `proxy_ssl_certificate ${path};`;
    if (failure !== null) return { text: failure.text, line, material, from };
  }
  if (trust?.kind !== 'bundle') return null;
  const { material, from } = trust;
  const { path = '', pem } = material;
  const failure = once(path, () => failureOf(loadTrust({ path, pem }, 'pem-read-bio')));
  const line = `${isGrpc ? 'grpc' : 'proxy'}_ssl_trusted_certificate ${path};`;
  return failure && { text: failure.text, line, material, from };
}

function pairFailure({ chain, key }: ClientCertificate, mismatch: boolean): LoadFailure | null {
  const path = chain.path ?? '';
  const file = { path, pem: `${chain.pem}\n${key.pem}` };
  return (
    failureOf(loadOwnChain(file, SECURITY_LEVEL)) ??
    failureOf(loadPrivateKey(file)) ??
    (mismatch ? keyMismatch(path) : null)
  );
}

function failureOf(result: LoadResult<unknown>): LoadFailure | null {
  return result.ok ? null : result.failure;
}
