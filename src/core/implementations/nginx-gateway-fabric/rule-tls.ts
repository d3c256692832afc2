import type { ManifestObject } from '../../manifest/types.ts';
import { binaryText } from '../../verify/der/binary-text.ts';
import type { TrustSource, UpstreamTls } from '../types.ts';
import { caBundlePath } from './file-paths.ts';
import type { NgfState } from './ngf-state.ts';
import type { RuleOutcome } from './rule-outcome.ts';
import type { PolicyVerdict } from './validate-policy.ts';

/**
 * The policy that makes a rule use https on one Gateway. One whose status list was full for the Gateway is left out of
 * its configuration.
 *
 * @see NGF nginx/config/servers.go `createProxyTLSFromBackends`, state/dataplane `convertBackendTLS`
 */
export function ruleVerdict(
  { ancestors }: NgfState,
  gateway: ManifestObject,
  { tls }: RuleOutcome,
): PolicyVerdict | undefined {
  return tls
    .flatMap(({ selected }) => selected?.verdict ?? [])
    .find(({ policy }) => ancestors(policy).applied.some(({ id }) => id === gateway.id));
}

/** `proxy_ssl_name`, SNI and the CA file; an IPv4 literal is never sent as SNI (RFC 6066 §3). */
export function tlsSettings({
  policy,
  hostname,
  authority,
}: PolicyVerdict): Pick<UpstreamTls, 'verifyNames' | 'sni' | 'trust' | 'policy'> {
  const from = { objectId: policy.id, path: ['spec', 'validation', 'hostname'] };
  const name = { value: hostname, from };
  const trust = trustOf(policy, authority);
  return {
    policy: { objectId: policy.id, path: ['spec'] },
    verifyNames: [name],
    ...(/^\d{1,3}(?:\.\d{1,3}){3}$/.test(hostname) ? {} : { sni: name }),
    ...(trust === undefined ? {} : { trust }),
  };
}

function trustOf(
  policy: ManifestObject,
  authority: PolicyVerdict['authority'],
): TrustSource | undefined {
  const path = ['spec', 'validation'];
  if (authority.kind === 'system') {
    const from = { objectId: policy.id, path: [...path, 'wellKnownCACertificates'] };
    return { kind: 'system', from };
  }
  if (authority.kind === 'none') return undefined;
  const { object, authority: ca } = authority.resolved;
  const key = ca?.value.field ?? { objectId: object.id, path: ['data', 'ca.crt'] };
  return {
    kind: 'bundle',
    from: { objectId: policy.id, path: [...path, 'caCertificateRefs', 0] },
    material: {
      pem: ca === undefined ? '' : textOf(ca.bundle),
      source: { kind: 'field', field: key, label: `${object.kind} ${object.name}, ca.crt` },
      path: caBundlePath(object.namespace, object.name),
    },
  };
}

/** A bundle is decoded once, however many policies name it. */
const texts = new WeakMap<Uint8Array, string>();

function textOf(bytes: Uint8Array): string {
  const text = texts.get(bytes) ?? decode(bytes);
  texts.set(bytes, text);
  return text;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return binaryText(bytes);
  }
}
