import { implementationInfo } from '../../implementations/index.ts';
import { backendKind } from '../backend-kind.ts';
import { usesConfigPolicy, watchesStablePolicy } from '../manifests/policy-manifest.ts';
import type { Problem, SetupChoices } from '../types.ts';
import { onOther, withVersion } from './alternatives.ts';

/** What stands against the release, and what a backend costs there. */
export const releaseChecks: readonly ((choices: SetupChoices) => readonly Problem[])[] = [
  knownVersion,
  stablePolicy,
  externalName,
];

function knownVersion(choices: SetupChoices): readonly Problem[] {
  const { implementation, version } = choices.gateway;
  const { name, versions } = implementationInfo[implementation];
  if (versions.includes(version)) return [];
  return [
    {
      code: 'UNKNOWN-VERSION',
      severity: 'blocking',
      field: 'version',
      fact: `What ${name} ${version} does is not known here; known are ${versions.join(', ')}.`,
      source: 'release notes up to the versions that are named',
      alternatives: withVersion(choices, () => true),
    },
  ];
}

/** BackendTLSPolicy v1 came with Gateway API 1.4; before, it was v1alpha3 on the experimental channel. */
function stablePolicy(choices: SetupChoices): readonly Problem[] {
  if (usesConfigPolicy(choices) || watchesStablePolicy(choices)) return [];
  return [
    {
      code: 'EXPERIMENTAL-CHANNEL',
      severity: 'warning',
      field: 'version',
      fact: 'This release watches BackendTLSPolicy v1alpha3, which is served on the experimental channel of the Gateway API alone.',
      source: 'Gateway API 1.3 CRDs; 1.4 release: BackendTLSPolicy v1',
      alternatives: withVersion(choices, (version) =>
        watchesStablePolicy({ ...choices, gateway: { ...choices.gateway, version } }),
      ),
      // The analysis asks the API server of the newest standard channel.
      findings: ['API-VERSION-OLD', 'SCHEMA-NOT-SERVED'],
    },
  ];
}

function externalName(choices: SetupChoices): readonly Problem[] {
  if (choices.backend.kind !== 'external' || backendKind(choices).kind !== 'Service') return [];
  return [
    {
      code: 'EXTERNAL-NAME-SERVICE',
      severity: 'warning',
      field: 'backend',
      fact: 'NGINX Gateway Fabric reaches a host outside the cluster through a Service of type ExternalName, which the Gateway API advises against.',
      source: 'Gateway API apis/v1/object_reference_types.go, CVE-2021-25740',
      alternatives: [onOther(choices, 'kgateway'), onOther(choices, 'envoy-gateway')],
      findings: ['BACKEND-EXTERNAL-NAME'],
    },
  ];
}
