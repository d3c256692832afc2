import type { ManifestObject } from '../../../manifest/types.ts';
import {
  keyMismatch,
  loadOwnChain,
  loadPrivateKey,
  loadTrust,
  type LoadFailure,
  type LoadResult,
} from '../../../verify/loading/index.ts';
import type { ClientCertificate, UpstreamTls } from '../../types.ts';
import { programNgf } from '../program-ngf.ts';
import type { StatusContext } from './status-context.ts';

/** `DEFAULT` ciphers of OpenSSL 3.2 and later. */
const SECURITY_LEVEL = 2;

/**
 * What the agent reports when nginx refuses a configuration; the old one stays. Date and process are not known
 * beforehand and stand as `<date>` and `<pid>`.
 *
 * @returns null when nginx takes the files of all https upstreams of the Gateway
 * @see NGF pull request #5913 for the form; nginx src/http/modules/ngx_http_proxy_module.c `ngx_http_proxy_set_ssl`
 */
export function reloadFailure(
  { state, version, connections }: StatusContext,
  gateway: ManifestObject,
): string | null {
  const mismatch = hasMismatch(state.clientCertificate(gateway));
  const read = new Map<string, LoadFailure | null>();
  for (const connection of connections.get(gateway.id) ?? []) {
    const { upstream } = programNgf(connection, state.resolution, version);
    const failure = upstreamFailure(upstream, mismatch, read);
    if (failure !== null) return agentMessage(failure.text);
  }
  return null;
}

/** The one fault of a key that a bad verdict on `ca.crt` hides from the control plane and nginx then finds. */
function hasMismatch(verdict: ReturnType<StatusContext['state']['clientCertificate']>): boolean {
  const hidden = verdict.kind === 'used' ? verdict.resolved.hiddenError : undefined;
  return hidden?.endsWith('private key does not match public key') ?? false;
}

/** The pair first, then the trusted certificates; each file is read once. */
function upstreamFailure(
  { mode, clientCertificate, trust }: UpstreamTls,
  mismatch: boolean,
  read: Map<string, LoadFailure | null>,
): LoadFailure | null {
  if (mode !== 'tls') return null;
  const once = (path: string, load: () => LoadFailure | null): LoadFailure | null => {
    const known = read.get(path);
    if (known !== undefined) return known;
    const failure = load();
    read.set(path, failure);
    return failure;
  };
  const pair =
    clientCertificate &&
    once(clientCertificate.chain.path ?? '', () => pairFailure(clientCertificate, mismatch));
  if (pair !== undefined && pair !== null) return pair;
  if (trust?.kind !== 'bundle') return null;
  const { path = '', pem } = trust.material;
  return once(path, () => failureOf(loadTrust({ path, pem }, 'pem-read-bio')));
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

function agentMessage(text: string): string {
  const test = 'failed validating config NGINX config test failed exit status 1';
  return `msg: Config apply failed, rolling back config; error: ${test}: <date> [emerg] <pid>#<pid>: ${text}\nnginx: [emerg] ${text}`;
}
