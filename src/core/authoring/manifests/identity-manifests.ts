import { clientSeat, seatNamespace } from '../client-seat.ts';
import type { Manifest } from '../manifest.ts';
import { setupNames, TRUST_NAMESPACE } from '../setup-names.ts';
import type { SetupChoices, SetupMaterial } from '../types.ts';
import { secretData } from '../yaml-text.ts';
import { authorityObject, usesConfigPolicy } from './policy-manifest.ts';

/** Objects that hold certificates, by who needs them. */
export interface IdentityManifests {
  /** The gateway's certificate and key. */
  readonly gateway: readonly Manifest[];
  /** The backend's certificate and key, and the CA that it trusts. */
  readonly backend: readonly Manifest[];
  /** The CA that the gateway trusts. */
  readonly authority: readonly Manifest[];
}

/** Secrets and ConfigMaps of the material; with cert-manager it is cert-manager that writes them. */
export function identityManifests(
  choices: SetupChoices,
  material: SetupMaterial,
): IdentityManifests {
  return {
    gateway: clientIdentity(choices, material),
    backend: [...serverIdentity(choices, material), ...clientAuthority(choices, material)],
    authority: serverAuthority(choices, material),
  };
}

/** Namespace of the Secret with the gateway's certificate. */
export function clientIdentityNamespace(choices: SetupChoices): string {
  const seat = clientSeat(choices);
  const needed = seat === null ? null : seatNamespace(seat, choices);
  return needed ?? choices.namespaces.clientIdentity;
}

function clientIdentity(choices: SetupChoices, { client, serverCa }: SetupMaterial): Manifest[] {
  const seat = clientSeat(choices);
  if (seat === null || client === undefined) return [];
  const trust = seat === 'config-policy' ? serverCa : undefined;
  const name = setupNames(choices).clientIdentity;
  const secret = tlsSecret(name, clientIdentityNamespace(choices), client, trust);
  if (trust === undefined) return [secret];
  const text = "tls.crt and tls.key: the gateway's own. ca.crt: what it trusts for the backend.";
  return [{ ...secret, notes: [{ path: [], text }] }];
}

function serverIdentity(choices: SetupChoices, { server, serverCa }: SetupMaterial): Manifest[] {
  const { backend, authority } = choices;
  if (backend.kind === 'external' || server?.key === undefined) return [];
  const name = setupNames(choices).serverIdentity;
  const beside =
    authority === 'cert-manager' ||
    (authority === 'secret' && authorityObject(choices).name === name);
  const pair = { chain: server.chain, key: server.key };
  return [tlsSecret(name, choices.namespaces.app, pair, beside ? serverCa : undefined)];
}

/** What the backend trusts stands beside it, where its Pods can mount it. */
function clientAuthority(choices: SetupChoices, { clientCa }: SetupMaterial): Manifest[] {
  const { backend, mode, authority, namespaces } = choices;
  const wanted = mode === 'mutual' && backend.kind !== 'external' && authority !== 'cert-manager';
  if (!wanted || clientCa === undefined) return [];
  return [caConfigMap(setupNames(choices).clientCa, namespaces.app, clientCa.text)];
}

function serverAuthority(choices: SetupChoices, { serverCa }: SetupMaterial): Manifest[] {
  const { authority, namespaces, mode } = choices;
  const { serverCa: name } = setupNames(choices);
  if (serverCa === undefined || authority === 'system') return [];
  const configMap = caConfigMap(name, namespaces.app, serverCa.text);
  const secret = caSecret(name, namespaces.app, serverCa.text);
  if (usesConfigPolicy(choices)) {
    if (mode === 'one-way') return [secret];
    return authority === 'cert-manager' ? [configMap] : [];
  }
  if (authority !== 'secret') return [configMap];
  return authorityObject(choices).name === name ? [secret] : [];
}

interface Pair {
  readonly chain: { readonly text: string };
  readonly key: { readonly text: string };
}

function tlsSecret(
  name: string,
  namespace: string,
  { chain, key }: Pair,
  ca?: { readonly text: string },
): Manifest {
  const data: Record<string, string> = {
    ...(ca === undefined ? {} : { 'ca.crt': secretData(ca.text) }),
    'tls.crt': secretData(chain.text),
    'tls.key': secretData(key.text),
  };
  return { apiVersion: 'v1', kind: 'Secret', name, namespace, type: 'kubernetes.io/tls', data };
}

function caSecret(name: string, namespace: string, ca: string): Manifest {
  const data = { 'ca.crt': secretData(ca) };
  return { apiVersion: 'v1', kind: 'Secret', name, namespace, type: 'Opaque', data };
}

function caConfigMap(name: string, namespace: string, ca: string): Manifest {
  const text = ca.endsWith('\n') ? ca : `${ca}\n`;
  return { apiVersion: 'v1', kind: 'ConfigMap', name, namespace, data: { 'ca.crt': text } };
}

/** Namespaces that the setup uses and no installation makes. */
export function namespaceManifests(choices: SetupChoices): readonly Manifest[] {
  const { gateway, route, app } = choices.namespaces;
  const used = new Set([gateway, route, app]);
  if (clientSeat(choices) !== null) used.add(clientIdentityNamespace(choices));
  return [...used]
    .filter((name) => name !== 'default' && name !== TRUST_NAMESPACE && !name.startsWith('kube-'))
    .map((name) => ({ apiVersion: 'v1', kind: 'Namespace', name }));
}
