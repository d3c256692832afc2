import { groups } from '../../gateway-api/index.ts';
import { isAtLeast } from '../../implementations/is-at-least.ts';
import { backendKind } from '../backend-kind.ts';
import { clientSeat } from '../client-seat.ts';
import type { Manifest, ManifestValue } from '../manifest.ts';
import { setupNames } from '../setup-names.ts';
import type { SetupChoices } from '../types.ts';

/** What the gateway demands of the backend's certificate. */
export function policyManifest(choices: SetupChoices): Manifest {
  return usesConfigPolicy(choices) ? configPolicy(choices) : tlsPolicy(choices);
}

/** Whether a BackendConfigPolicy does it instead of a BackendTLSPolicy. */
export function usesConfigPolicy({ gateway }: SetupChoices): boolean {
  return gateway.implementation === 'kgateway' && gateway.policy === 'backend-config-policy';
}

/** Whether the release watches BackendTLSPolicy v1 (Gateway API 1.4) or v1alpha3. */
export function watchesStablePolicy({ gateway }: Pick<SetupChoices, 'gateway'>): boolean {
  switch (gateway.implementation) {
    case 'nginx-gateway-fabric':
      return isAtLeast(gateway.version, 2, 3);
    case 'envoy-gateway':
      return isAtLeast(gateway.version, 1, 6);
    case 'kgateway':
      return isAtLeast(gateway.version, 2, 1);
    case 'agentgateway':
      return true;
    default:
      return gateway satisfies never;
  }
}

/** The SNI name is compared with the certificate unless other names are asked for. */
export function verifiesOtherNames({ hosts }: SetupChoices): boolean {
  return hosts.verified.length !== 1 || hosts.verified[0] !== hosts.sni;
}

function tlsPolicy(choices: SetupChoices): Manifest {
  const { hosts, namespaces } = choices;
  const names = setupNames(choices);
  const target = backendKind(choices);
  const sectionName = target.kind === 'Service' ? names.port : undefined;
  return {
    apiVersion: `${groups.gateway}/${watchesStablePolicy(choices) ? 'v1' : 'v1alpha3'}`,
    kind: 'BackendTLSPolicy',
    name: names.policy,
    namespace: namespaces.app,
    spec: {
      targetRefs: [{ ...target, name: names.backend, sectionName }],
      validation: {
        hostname: hosts.sni,
        subjectAltNames: verifiesOtherNames(choices) ? hosts.verified.map(altName) : undefined,
        ...authority(choices),
      },
    },
    notes: verifiesOtherNames(choices)
      ? [
          {
            path: ['spec', 'validation', 'subjectAltNames'],
            text: 'The hostname is only asked for; the certificate has to carry one of these.',
          },
        ]
      : [],
  };
}

function altName(name: string): ManifestValue {
  return name.includes('://') ? { type: 'URI', uri: name } : { type: 'Hostname', hostname: name };
}

function authority(choices: SetupChoices): Readonly<Record<string, ManifestValue>> {
  if (choices.authority === 'system') return { wellKnownCACertificates: 'System' };
  return { caCertificateRefs: [{ group: '', ...authorityObject(choices) }] };
}

/**
 * NGINX Gateway Fabric takes a CA from Secrets of type kubernetes.io/tls alone: there it stands beside the server's
 * certificate.
 */
export function authorityObject(choices: SetupChoices): {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
} {
  const { serverCa, serverIdentity } = setupNames(choices);
  if (choices.authority !== 'secret') return { kind: 'ConfigMap', name: serverCa };
  const beside = choices.gateway.implementation === 'nginx-gateway-fabric';
  return { kind: 'Secret', name: beside ? serverIdentity : serverCa };
}

/** Name of the Secret with CA and, for mutual TLS, the client certificate. */
export function configPolicySecret(choices: SetupChoices): string {
  const { clientIdentity, serverCa } = setupNames(choices);
  return clientSeat(choices) === 'config-policy' ? clientIdentity : serverCa;
}

function configPolicy(choices: SetupChoices): Manifest {
  const { hosts, namespaces } = choices;
  const names = setupNames(choices);
  const trust: Readonly<Record<string, ManifestValue>> =
    choices.authority === 'system'
      ? { wellKnownCACertificates: 'System' }
      : { secretRef: { name: configPolicySecret(choices) } };
  return {
    apiVersion: `${groups.kgateway}/v1alpha1`,
    kind: 'BackendConfigPolicy',
    name: names.policy,
    namespace: namespaces.app,
    spec: {
      targetRefs: [{ ...backendKind(choices), name: names.backend }],
      tls: {
        sni: hosts.sni,
        verifySubjectAltNames: [...hosts.verified],
        ...trust,
        parameters: { minVersion: '1.2', maxVersion: '1.3' },
      },
    },
    notes: [
      {
        path: ['spec', 'tls', 'verifySubjectAltNames'],
        text: 'The SNI alone checks no name.',
      },
    ],
  };
}
