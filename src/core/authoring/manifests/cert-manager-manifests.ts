import type { KeyAlgorithm } from '../../pki/index.ts';
import { clientSeat } from '../client-seat.ts';
import type { Manifest, ManifestValue } from '../manifest.ts';
import { setupNames, TRUST_NAMESPACE } from '../setup-names.ts';
import type { SetupChoices } from '../types.ts';
import { clientIdentityNamespace } from './identity-manifests.ts';
import { usesConfigPolicy } from './policy-manifest.ts';

const CERT_MANAGER = 'cert-manager.io/v1';

/**
 * A CA that cert-manager makes, the certificates it signs, and the Bundle that copies the CA to where it is trusted.
 *
 * @see trust-manager pkg/apis/trust/v1alpha1: a policy's CA has to be under `ca.crt`
 */
export function certManagerManifests(choices: SetupChoices): readonly Manifest[] {
  const names = setupNames(choices);
  const mutual = clientSeat(choices) !== null;
  return [
    clusterIssuer(`${names.serverCa}-root`, { selfSigned: {} }),
    authority(choices),
    clusterIssuer(names.serverCa, { ca: { secretName: names.serverCa } }),
    serverCertificate(choices),
    ...(mutual ? [clientCertificate(choices)] : []),
    bundle(choices),
  ];
}

function clusterIssuer(name: string, spec: ManifestValue): Manifest {
  return { apiVersion: CERT_MANAGER, kind: 'ClusterIssuer', name, spec };
}

function authority(choices: SetupChoices): Manifest {
  const name = setupNames(choices).serverCa;
  return certificate(name, TRUST_NAMESPACE, {
    isCA: true,
    commonName: name,
    secretName: name,
    duration: '87600h',
    privateKey: privateKey(choices),
    issuerRef: { name: `${name}-root`, kind: 'ClusterIssuer' },
  });
}

function serverCertificate(choices: SetupChoices): Manifest {
  const names = setupNames(choices);
  const all = serverNames(choices);
  const uris = all.filter((name) => name.includes('://'));
  return certificate(names.serverIdentity, choices.namespaces.app, {
    secretName: names.serverIdentity,
    dnsNames: all.filter((name) => !name.includes('://')),
    uris: uris.length === 0 ? undefined : uris,
    usages: ['digital signature', 'server auth'],
    privateKey: privateKey(choices),
    issuerRef: { name: names.serverCa, kind: 'ClusterIssuer' },
  });
}

function clientCertificate(choices: SetupChoices): Manifest {
  const names = setupNames(choices);
  return certificate(names.clientIdentity, clientIdentityNamespace(choices), {
    secretName: names.clientIdentity,
    commonName: names.gateway,
    dnsNames: [`${names.gateway}.${choices.namespaces.gateway}`],
    usages: ['digital signature', 'client auth'],
    privateKey: privateKey(choices),
    issuerRef: { name: names.serverCa, kind: 'ClusterIssuer' },
  });
}

/** Names that the backend's certificate carries: what is asked for and what is verified. */
export function serverNames({ hosts }: SetupChoices): readonly string[] {
  return [...new Set([hosts.sni, ...hosts.verified])];
}

function certificate(name: string, namespace: string, spec: ManifestValue): Manifest {
  return { apiVersion: CERT_MANAGER, kind: 'Certificate', name, namespace, spec };
}

const privateKeys: Readonly<Record<KeyAlgorithm, readonly [algorithm: string, size?: number]>> = {
  'EC P-256': ['ECDSA', 256],
  'EC P-384': ['ECDSA', 384],
  'EC P-521': ['ECDSA', 521],
  'RSA 2048': ['RSA', 2048],
  'RSA 3072': ['RSA', 3072],
  'RSA 4096': ['RSA', 4096],
  Ed25519: ['Ed25519'],
};

function privateKey({ certificates }: SetupChoices): ManifestValue {
  const wanted = certificates.kind === 'issued' ? certificates.keyAlgorithm : 'EC P-256';
  const [algorithm, size] = privateKeys[wanted];
  return { algorithm, size, rotationPolicy: 'Always' };
}

function bundle(choices: SetupChoices): Manifest {
  const name = setupNames(choices).serverCa;
  const labels = { 'kubernetes.io/metadata.name': choices.namespaces.app };
  const intoSecret = usesConfigPolicy(choices) && clientSeat(choices) === null;
  const target = intoSecret ? { secret: { key: 'ca.crt' } } : { configMap: { key: 'ca.crt' } };
  return {
    apiVersion: 'trust.cert-manager.io/v1alpha1',
    kind: 'Bundle',
    name,
    spec: {
      sources: [{ secret: { name, key: 'tls.crt' } }],
      target: { ...target, namespaceSelector: { matchLabels: labels } },
    },
    notes: [
      {
        path: [],
        text: `Copies the CA to ${intoSecret ? 'Secret' : 'ConfigMap'} ${name} in namespace ${choices.namespaces.app}.`,
      },
    ],
  };
}
