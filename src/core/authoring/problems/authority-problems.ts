import { isAtLeast } from '../../implementations/is-at-least.ts';
import { clientSeat } from '../client-seat.ts';
import { usesConfigPolicy } from '../manifests/policy-manifest.ts';
import { TRUST_NAMESPACE } from '../setup-names.ts';
import type { Problem, SetupChoices } from '../types.ts';
import {
  onOther,
  oneWay,
  withAuthority,
  withGateway,
  withNamespaces,
  withVersion,
} from './alternatives.ts';

type Check = (choices: SetupChoices) => readonly Problem[];

/** What stands against the place of the CA. */
export const authorityChecks: readonly Check[] = [
  configPolicyNeedsSecret,
  configPolicyHasOneTrust,
  systemAuthority,
  secretAuthority,
  authorityNamespace,
  trustNamespace,
  issuedForSystem,
  droppedForCertManager,
  certManagerForExternal,
  secretTargets,
];

/** kgateway backend_config_policy_types.go: `spec.tls` has secretRef, files, wellKnownCACertificates. */
function configPolicyNeedsSecret(choices: SetupChoices): readonly Problem[] {
  if (!usesConfigPolicy(choices) || choices.authority !== 'config-map') return [];
  return [
    {
      code: 'CONFIG-POLICY-CONFIG-MAP',
      severity: 'blocking',
      field: 'authority',
      fact: 'A BackendConfigPolicy reads its CA from a Secret or uses the system CAs; it cannot name a ConfigMap.',
      source: 'kgateway api/v1alpha1/kgateway/backend_config_policy_types.go, TLS.secretRef',
      alternatives: [withAuthority(choices, 'secret'), ...backendTlsPolicy(choices)],
    },
  ];
}

function backendTlsPolicy(choices: SetupChoices) {
  const { gateway } = choices;
  return gateway.implementation === 'kgateway'
    ? [withGateway(choices, 'Use a BackendTLSPolicy', { ...gateway, policy: 'backend-tls-policy' })]
    : [];
}

/** The CEL rule on `spec.tls` takes exactly one of secretRef, files, insecureSkipVerify, wellKnownCACertificates. */
function configPolicyHasOneTrust(choices: SetupChoices): readonly Problem[] {
  const clash = clientSeat(choices) === 'config-policy' && choices.authority === 'system';
  if (!clash) return [];
  return [
    {
      code: 'CONFIG-POLICY-SYSTEM-MUTUAL',
      severity: 'blocking',
      field: 'authority',
      fact: 'A BackendConfigPolicy has either a Secret with the client certificate or the system CAs. From 2.3 the Gateway can hold the certificate instead.',
      source: 'kgateway BackendConfigPolicy CRD, rule on spec.tls; pull request #13705',
      alternatives: [
        withAuthority(choices, 'secret'),
        ...withVersion(choices, (version) => isAtLeast(version, 2, 3)),
        oneWay(choices),
      ],
    },
  ];
}

function systemAuthority(choices: SetupChoices): readonly Problem[] {
  const { gateway, authority } = choices;
  const missing =
    authority === 'system' &&
    gateway.implementation === 'kgateway' &&
    !isAtLeast(gateway.version, 2, 1);
  if (!missing) return [];
  return [
    {
      code: 'NO-SYSTEM-CA',
      severity: 'blocking',
      field: 'authority',
      fact: 'kgateway 2.0 reads the CA of a BackendTLSPolicy from a ConfigMap alone.',
      source: 'kgateway 2.1 release: wellKnownCACertificates',
      alternatives: [
        withAuthority(choices, 'config-map'),
        ...withVersion(choices, (version) => isAtLeast(version, 2, 1)),
      ],
    },
  ];
}

/** Gateway API: ConfigMap is Core, Secret is implementation-specific. */
function secretAuthority(choices: SetupChoices): readonly Problem[] {
  if (choices.authority !== 'secret' || usesConfigPolicy(choices)) return [];
  const refusal = secretRefusal(choices);
  if (refusal === null) return [];
  const { gateway } = choices;
  const newer =
    gateway.implementation === 'kgateway'
      ? withVersion(choices, (version) => isAtLeast(version, 2, 2))
      : [];
  return [
    {
      code: 'NO-SECRET-CA',
      severity: 'blocking',
      field: 'authority',
      ...refusal,
      alternatives: [withAuthority(choices, 'config-map'), ...newer],
    },
  ];
}

function secretRefusal(choices: SetupChoices): Pick<Problem, 'fact' | 'source'> | null {
  const { gateway, backend } = choices;
  switch (gateway.implementation) {
    case 'agentgateway':
      return {
        fact: 'agentgateway reads the CA of a BackendTLSPolicy from a ConfigMap alone; a Secret gets ResolvedRefs=False/InvalidKind.',
        source: 'agentgateway controller/pkg/agentgateway/plugins/backend_tls_plugin.go',
      };
    case 'kgateway':
      return isAtLeast(gateway.version, 2, 2)
        ? null
        : {
            fact: 'kgateway reads the CA of a BackendTLSPolicy from Secrets since 2.2.',
            source: 'kgateway pull request #13117',
          };
    case 'nginx-gateway-fabric':
      return backend.kind === 'external'
        ? {
            fact: 'NGINX Gateway Fabric takes a CA from Secrets of type kubernetes.io/tls alone, beside a certificate and its key, which stay outside the cluster here.',
            source: 'NGINX Gateway Fabric internal/controller/state/resolver/secrets.go',
          }
        : null;
    case 'envoy-gateway':
      return null;
    default:
      return gateway satisfies never;
  }
}

/** caCertificateRefs and secretRef are local references: no ReferenceGrant can help. */
function authorityNamespace(choices: SetupChoices): readonly Problem[] {
  const { authority, namespaces } = choices;
  const kept = authority === 'config-map' || authority === 'secret';
  if (!kept || namespaces.ca === namespaces.app) return [];
  const certManager = withAuthority(choices, 'cert-manager');
  return [
    {
      code: 'CA-IN-OTHER-NAMESPACE',
      severity: 'blocking',
      field: 'namespaces',
      fact: `The policy stands beside its backend in namespace ${namespaces.app} and can only name a CA there; no ReferenceGrant changes that.`,
      source: 'Gateway API apis/v1/backendtlspolicy_types.go: LocalObjectReference',
      alternatives: [
        withNamespaces(choices, `Keep the CA in namespace ${namespaces.app}`, {
          ca: namespaces.app,
        }),
        withNamespaces(certManager.choices, 'Let trust-manager copy the CA there', {
          ca: TRUST_NAMESPACE,
        }),
      ],
    },
  ];
}

function trustNamespace(choices: SetupChoices): readonly Problem[] {
  const { authority, namespaces } = choices;
  if (authority !== 'cert-manager' || namespaces.ca === TRUST_NAMESPACE) return [];
  return [
    {
      code: 'TRUST-NAMESPACE',
      severity: 'blocking',
      field: 'namespaces',
      fact: `A ClusterIssuer finds its CA, and trust-manager its sources, in namespace ${TRUST_NAMESPACE} unless their installation says otherwise.`,
      source: 'cert-manager --cluster-resource-namespace; trust-manager --trust-namespace',
      alternatives: [
        withNamespaces(choices, `Keep the CA in namespace ${TRUST_NAMESPACE}`, {
          ca: TRUST_NAMESPACE,
        }),
      ],
    },
  ];
}

function issuedForSystem(choices: SetupChoices): readonly Problem[] {
  if (choices.authority !== 'system' || choices.certificates.kind !== 'issued') return [];
  return [
    {
      code: 'ISSUED-FOR-SYSTEM-CA',
      severity: 'blocking',
      field: 'certificates',
      fact: 'The system CAs are public; a certificate that is issued here has a private CA, which is not among them.',
      source: 'Mozilla CA certificate list, as the proxy images carry it',
      alternatives: [
        withAuthority(choices, 'config-map'),
        {
          title: 'Drop a certificate of a public CA',
          choices: { ...choices, certificates: { kind: 'dropped' } },
        },
      ],
    },
  ];
}

function droppedForCertManager(choices: SetupChoices): readonly Problem[] {
  if (choices.authority !== 'cert-manager' || choices.certificates.kind !== 'dropped') return [];
  return [
    {
      code: 'DROPPED-FOR-CERT-MANAGER',
      severity: 'blocking',
      field: 'certificates',
      fact: 'cert-manager makes the keys and certificates in the cluster; dropped ones have no place.',
      source: 'cert-manager Certificate.spec.secretName',
      alternatives: [
        withAuthority(choices, 'config-map'),
        {
          title: 'Let cert-manager issue the certificates',
          choices: { ...choices, certificates: { kind: 'issued', keyAlgorithm: 'EC P-256' } },
        },
      ],
    },
  ];
}

function certManagerForExternal(choices: SetupChoices): readonly Problem[] {
  if (choices.authority !== 'cert-manager' || choices.backend.kind !== 'external') return [];
  return [
    {
      code: 'CERT-MANAGER-FOR-EXTERNAL',
      severity: 'blocking',
      field: 'authority',
      fact: 'The host outside the cluster does not present what cert-manager writes into Secrets of the cluster.',
      source: 'cert-manager Certificate.spec.secretName',
      alternatives: [
        withAuthority(choices, 'config-map'),
        ...(choices.gateway.implementation === 'agentgateway'
          ? []
          : [onOther(withAuthority(choices, 'config-map').choices, 'agentgateway')]),
      ],
    },
  ];
}

/** trust-manager writes Secrets only when its installation allows it. */
function secretTargets(choices: SetupChoices): readonly Problem[] {
  const intoSecret =
    choices.authority === 'cert-manager' &&
    usesConfigPolicy(choices) &&
    clientSeat(choices) === null;
  if (!intoSecret) return [];
  return [
    {
      code: 'SECRET-TARGETS',
      severity: 'warning',
      field: 'authority',
      fact: 'trust-manager writes the CA into a Secret only when its installation has secretTargets enabled.',
      source: 'trust-manager Helm values: secretTargets.enabled, secretTargets.authorizedSecrets',
      alternatives: backendTlsPolicy(choices),
    },
  ];
}
