import { isAtLeast } from '../../implementations/is-at-least.ts';
import { clientSeat, seatNamespace } from '../client-seat.ts';
import { usesConfigPolicy } from '../manifests/policy-manifest.ts';
import type { Alternative, Problem, SetupChoices } from '../types.ts';
import { oneWay, withGateway, withNamespaces, withVersion } from './alternatives.ts';

/** What stands against the way in which the gateway presents its certificate. */
export const clientChecks: readonly ((choices: SetupChoices) => readonly Problem[])[] = [
  presentsCertificate,
  configPolicyExists,
  identityNamespace,
  experimentalField,
];

interface Since {
  readonly major: number;
  readonly minor: number;
  readonly fact: string;
  readonly source: string;
}

/** The release that learned the way of the choices; null when all know it. */
function since(choices: SetupChoices): Since | null {
  const seat = clientSeat(choices);
  const { implementation } = choices.gateway;
  if (seat === 'gateway') {
    const fact = (name: string, version: string): string =>
      `${name} reads Gateway.spec.tls.backend since ${version}; before, the backend gets no client certificate.`;
    if (implementation === 'nginx-gateway-fabric')
      return {
        major: 2,
        minor: 3,
        fact: fact('NGINX Gateway Fabric', '2.3'),
        source: 'NGINX Gateway Fabric pull request #3900',
      };
    if (implementation === 'envoy-gateway')
      return {
        major: 1,
        minor: 8,
        fact: fact('Envoy Gateway', '1.8'),
        source: 'Envoy Gateway 1.8 release: Gateway.spec.tls.backend',
      };
    if (implementation === 'kgateway')
      return {
        major: 2,
        minor: 3,
        fact: fact('kgateway', '2.3'),
        source: 'kgateway pull request #13705',
      };
  }
  return seat === 'backend'
    ? {
        major: 1,
        minor: 6,
        fact: 'Backend.spec.tls of Envoy Gateway has a client certificate since 1.6.',
        source: 'Envoy Gateway 1.6 release: Backend.spec.tls.clientCertificateRef',
      }
    : null;
}

function presentsCertificate(choices: SetupChoices): readonly Problem[] {
  const needed = since(choices);
  if (needed === null || isAtLeast(choices.gateway.version, needed.major, needed.minor)) return [];
  return [
    {
      code: 'NO-CLIENT-CERTIFICATE',
      severity: 'blocking',
      field: 'client-certificate',
      fact: needed.fact,
      source: needed.source,
      alternatives: [
        ...otherSeats(choices),
        ...withVersion(choices, (version) => isAtLeast(version, needed.major, needed.minor)),
        oneWay(choices),
      ],
    },
  ];
}

/** Ways that the chosen release knows. */
function otherSeats(choices: SetupChoices): readonly Alternative[] {
  const { gateway } = choices;
  if (gateway.implementation === 'envoy-gateway')
    return [
      withGateway(choices, 'Keep the client certificate in an EnvoyProxy of the Gateway', {
        ...gateway,
        clientCertificate: 'envoy-proxy-of-gateway',
      }),
    ];
  if (gateway.implementation !== 'kgateway' || !isAtLeast(gateway.version, 2, 1)) return [];
  const way = withGateway(choices, 'Use a BackendConfigPolicy', {
    ...gateway,
    policy: 'backend-config-policy',
  });
  const { authority } = choices;
  const fitting = authority === 'config-map' || authority === 'system' ? 'secret' : authority;
  return [{ ...way, choices: { ...way.choices, authority: fitting } }];
}

function configPolicyExists(choices: SetupChoices): readonly Problem[] {
  const { gateway } = choices;
  if (gateway.implementation !== 'kgateway') return [];
  if (!usesConfigPolicy(choices) || isAtLeast(gateway.version, 2, 1)) return [];
  return [
    {
      code: 'NO-CONFIG-POLICY',
      severity: 'blocking',
      field: 'policy',
      fact: 'BackendConfigPolicy exists since kgateway 2.1.',
      source: 'kgateway 2.1 release: BackendConfigPolicy',
      alternatives: [
        ...withVersion(choices, (version) => isAtLeast(version, 2, 1)),
        withGateway(choices, 'Use a BackendTLSPolicy', {
          ...gateway,
          policy: 'backend-tls-policy',
        }),
      ],
    },
  ];
}

function identityNamespace(choices: SetupChoices): readonly Problem[] {
  const seat = clientSeat(choices);
  const { namespaces, gateway } = choices;
  if (seat === null) return [];
  const isLocal = gateway.implementation === 'agentgateway';
  const needed = isLocal ? namespaces.gateway : seatNamespace(seat, choices);
  if (needed === null || needed === namespaces.clientIdentity) return [];
  return [
    {
      code: 'CLIENT-IDENTITY-NAMESPACE',
      severity: 'blocking',
      field: 'namespaces',
      fact: isLocal
        ? 'agentgateway refuses a client certificate of another namespace than the Gateway, with or without a ReferenceGrant.'
        : `The client certificate has to be in namespace ${needed}, beside the object that names it.`,
      source: isLocal
        ? 'agentgateway controller/pkg/agentgateway/plugins/backend_tls_plugin.go'
        : gateway.implementation === 'kgateway'
          ? 'kgateway BackendConfigPolicy.spec.tls.secretRef: LocalObjectReference'
          : 'Envoy Gateway internal/gatewayapi/backendtlspolicy.go: Secret not in the same namespace',
      alternatives: [
        withNamespaces(choices, `Keep the client certificate in namespace ${needed}`, {
          clientIdentity: needed,
        }),
      ],
    },
  ];
}

/** Gateway API 1.4 has `spec.tls.backend` on the experimental channel alone: NGINX Gateway Fabric 2.3 and 2.4. */
function experimentalField(choices: SetupChoices): readonly Problem[] {
  const { implementation, version } = choices.gateway;
  const early =
    clientSeat(choices) === 'gateway' &&
    implementation === 'nginx-gateway-fabric' &&
    isAtLeast(version, 2, 3) &&
    !isAtLeast(version, 2, 5);
  if (!early) return [];
  return [
    {
      code: 'EXPERIMENTAL-CHANNEL',
      severity: 'warning',
      field: 'version',
      fact: 'This release goes with Gateway API 1.4, where Gateway.spec.tls.backend is on the experimental channel: on the standard channel the API server drops the field.',
      source: 'Gateway API 1.4 CRDs; pull request #4009',
      alternatives: withVersion(choices, (each) => isAtLeast(each, 2, 5)),
    },
  ];
}
