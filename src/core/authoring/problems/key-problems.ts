import { implementationInfo } from '../../implementations/index.ts';
import { isAtLeast } from '../../implementations/is-at-least.ts';
import type { KeyAlgorithm } from '../../pki/index.ts';
import { usesConfigPolicy } from '../manifests/policy-manifest.ts';
import type { Problem, SetupChoices } from '../types.ts';

/** Kinds of key that every supported gateway takes, for servers, clients and CAs. */
export const acceptedEverywhere: readonly KeyAlgorithm[] = [
  'EC P-256',
  'RSA 2048',
  'RSA 3072',
  'RSA 4096',
];

/** What stands against the kind of key. */
export const keyChecks: readonly ((choices: SetupChoices) => readonly Problem[])[] = [keyAccepted];

function keyAccepted(choices: SetupChoices): readonly Problem[] {
  const { certificates } = choices;
  if (certificates.kind !== 'issued') return [];
  const refusal = keyRefusal(choices, certificates.keyAlgorithm);
  if (refusal === null) return [];
  return [
    {
      code: 'KEY-NOT-ACCEPTED',
      severity: 'blocking',
      field: 'certificates',
      ...refusal,
      alternatives: (['EC P-256', 'RSA 2048'] as const).map((keyAlgorithm) => ({
        title: `Issue ${keyAlgorithm} keys`,
        choices: { ...choices, certificates: { kind: 'issued', keyAlgorithm } },
      })),
    },
  ];
}

/**
 * Why the data plane of the choices does not take a kind of key; null when it does.
 *
 * Envoy's TLS client offers neither Ed25519 nor P-521 signatures, and over TLS 1.2 no P-384 curve.
 */
export function keyRefusal(
  choices: SetupChoices,
  algorithm: KeyAlgorithm,
): Pick<Problem, 'fact' | 'source'> | null {
  const { implementation } = choices.gateway;
  const { name, library } = implementationInfo[implementation];
  if (library !== 'BoringSSL') return null;
  const source = 'Envoy default TLS parameters; BoringSSL signature algorithms';
  if (algorithm === 'Ed25519' || algorithm === 'EC P-521')
    return {
      fact: `${name} does not complete a handshake with ${algorithm} keys: Envoy's TLS client offers no signature algorithm for them.`,
      source,
    };
  if (algorithm === 'EC P-384' && !offersTls13(choices))
    return {
      fact: `This setup of ${name} speaks TLS 1.2 with its backends, where Envoy offers the curves X25519 and P-256 alone.`,
      source,
    };
  return null;
}

/** kgateway leaves Envoy's own default, TLS 1.2 alone; Envoy Gateway writes 1.3 since 1.8.3. */
function offersTls13(choices: SetupChoices): boolean {
  const { gateway } = choices;
  return gateway.implementation === 'kgateway'
    ? usesConfigPolicy(choices)
    : isAtLeast(gateway.version, 1, 8, 3);
}
