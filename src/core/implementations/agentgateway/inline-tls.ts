import {
  isObject,
  itemsAt,
  readDataValue,
  stringAt,
  valueAt,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath } from '../../model/index.ts';
import { binaryText } from '../../verify/der/binary-text.ts';
import { cleanKeyPair } from '../client-go/clean-key-pair.ts';
import { readCaCertificate } from '../client-go/read-ca-certificate.ts';
import { storedObject } from '../stored-object.ts';
import type { ClientCertificate, SanMatcher, Sourced, TrustSource } from '../types.ts';
import { clientCertificate } from './gateway-client-certificate.ts';
import type { AgentgatewayFeatures } from './versions.ts';

/** What agentgateway makes of a `tls` block of an AgentgatewayBackend or an AgentgatewayPolicy. */
export interface InlineTls {
  /** The object and field of the block. */
  readonly object: ManifestObject;
  readonly path: FieldPath;
  /** Errors in the order in which the controller finds them. */
  readonly errors: readonly string[];
  readonly sni?: Sourced<string>;
  readonly sans: readonly Sourced<SanMatcher>[];
  /** Absent when every CA reference failed: an empty root trusts nothing. */
  readonly trust?: TrustSource;
  readonly clientCertificate?: ClientCertificate;
  readonly insecure?: 'All' | 'Hostname';
  readonly alpn?: Sourced<readonly string[]>;
  readonly groups?: Sourced<readonly string[]>;
}

/**
 * The `tls` block at `path`, or undefined when there is none.
 *
 * @see agentgateway controller/pkg/agentgateway/plugins/backend_policies.go `translateBackendTLS`
 */
export function translateInlineTls(
  index: ObjectIndex,
  object: ManifestObject,
  path: FieldPath,
  features: AgentgatewayFeatures,
): InlineTls | undefined {
  const tls = valueAt(object.value, path);
  if (!isObject(tls)) return undefined;
  const identity = readIdentity(index, object, path);
  const authority = readAuthority(index, object, path, features);
  const insecure = stringAt(tls, ['insecureSkipVerify']);
  const sni = stringAt(tls, ['sni']);
  const from = { objectId: object.id, path };
  const list = (name: string): Sourced<readonly string[]> | undefined => {
    const value = itemsAt(tls, [name]).filter((item) => typeof item === 'string');
    const at = { objectId: object.id, path: [...path, name] };
    return value.length === 0 ? undefined : { value, from: at };
  };
  const [alpn, groups] = [list('alpnProtocols'), list('keyExchangeGroups')];
  const trust = trustOf(insecure, from, authority.trust ?? identity.trust, authority.given);
  return {
    object,
    path,
    errors: [...identity.errors, ...authority.errors],
    ...(sni === undefined
      ? {}
      : { sni: { value: sni, from: { objectId: object.id, path: [...path, 'sni'] } } }),
    sans: sansOf(object, path),
    ...(trust === undefined ? {} : { trust }),
    ...(identity.certificate === undefined ? {} : { clientCertificate: identity.certificate }),
    ...(insecure === 'All' || insecure === 'Hostname' ? { insecure } : {}),
    ...(alpn === undefined ? {} : { alpn }),
    ...(groups === undefined ? {} : { groups }),
  };
}

/** Without any CA the system's are used; references that all failed leave an empty root. */
function trustOf(
  insecure: string | undefined,
  from: TrustSource['from'],
  bundle: TrustSource | undefined,
  given: boolean,
): TrustSource | undefined {
  if (insecure === 'All') {
    const reason = 'insecureSkipVerify is All';
    return from === undefined ? { kind: 'none', reason } : { kind: 'none', reason, from };
  }
  if (bundle !== undefined) return bundle;
  return given || from === undefined ? undefined : { kind: 'system', from };
}

interface Identity {
  readonly errors: readonly string[];
  readonly certificate?: ClientCertificate;
  readonly trust?: TrustSource;
}

/** The Secret of `mtlsCertificateRef`; its `ca.crt` is the CA unless references name another. */
function readIdentity(index: ObjectIndex, object: ManifestObject, path: FieldPath): Identity {
  const field = [...path, 'mtlsCertificateRef', 0];
  const ref = valueAt(object.value, field);
  if (!isObject(ref)) return { errors: [] };
  const name = stringAt(ref, ['name']) ?? '';
  const printed = `${object.namespace}/${name}`;
  const secret = storedObject(index, 'Secret', object.namespace, name);
  if (secret === undefined) return { errors: [`secret ${printed} not found`] };
  const [certificate, key] = [readDataValue(secret, 'tls.crt'), readDataValue(secret, 'tls.key')];
  const ca = readDataValue(secret, 'ca.crt');
  const from = { objectId: object.id, path: field };
  const pair = cleanKeyPair(certificate, key);
  const errors = pair.ok
    ? []
    : [
        `secret ${printed} contains invalid certificate: invalid TLS secret ${printed}: ${pair.message}`,
      ];
  const label = `Secret ${secret.name}, ca.crt`;
  return {
    errors,
    ...(certificate === undefined || key === undefined
      ? {}
      : { certificate: clientCertificate(secret, certificate, key, from) }),
    ...(ca === undefined
      ? {}
      : {
          trust: {
            kind: 'bundle',
            material: {
              pem: binaryText(ca.bytes),
              source: { kind: 'field', field: ca.field, label },
            },
            from,
          },
        }),
  };
}

interface Authority {
  readonly errors: readonly string[];
  readonly given: boolean;
  readonly trust?: TrustSource;
}

/**
 * `caCertificateRefs`: ConfigMaps, or Secrets where the kind says so and the release has that field. A broken one is left
 * out.
 */
function readAuthority(
  index: ObjectIndex,
  object: ManifestObject,
  path: FieldPath,
  { secretAuthority }: AgentgatewayFeatures,
): Authority {
  const field = [...path, 'caCertificateRefs'];
  const refs = itemsAt(object.value, field);
  const errors: string[] = [];
  const parts: { readonly pem: string; readonly trust: TrustSource }[] = [];
  for (const [at, ref] of refs.entries()) {
    const kind = secretAuthority && stringAt(ref, ['kind']) === 'Secret' ? 'Secret' : 'ConfigMap';
    const name = stringAt(ref, ['name']) ?? '';
    const printed = `${kind} ${object.namespace}/${name}`;
    const found = storedObject(index, kind, object.namespace, name);
    const ca = found && readCaCertificate(found);
    if (ca?.ok === true) {
      const { pem, value } = ca;
      const source = {
        kind: 'field',
        field: value.field,
        label: `${kind} ${name}, ca.crt`,
      } as const;
      const from = { objectId: object.id, path: [...field, at] };
      parts.push({ pem, trust: { kind: 'bundle', material: { pem, source }, from } });
    } else if (ca === undefined) errors.push(`${printed} not found`);
    else errors.push(`error extracting CA cert from ${printed}: ${ca.message}`);
  }
  const trust = parts[0]?.trust;
  return { errors, given: refs.length > 0, ...(trust === undefined ? {} : { trust }) };
}

/** Names without a type: with a scheme a URI, four numbers an address, else a host name. */
function sansOf(object: ManifestObject, path: FieldPath): readonly Sourced<SanMatcher>[] {
  const field = [...path, 'verifySubjectAltNames'];
  return itemsAt(object.value, field).flatMap((value, at) => {
    if (typeof value !== 'string') return [];
    const from = { objectId: object.id, path: [...field, at] };
    return [{ value: { san: sanKind(value), match: 'exact', value } as const, from }];
  });
}

function sanKind(value: string): SanMatcher['san'] {
  if (value.includes('://')) return 'uri';
  return isIpAddress(value) ? 'ip' : 'dns';
}

/** An IP literal: never sent as SNI (RFC 6066 §3), and compared with iPAddress names. */
export function isIpAddress(value: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value) || /^[\da-fA-F]*:[\da-fA-F:.]+$/.test(value);
}
