import {
  booleanAt,
  isObject,
  itemsAt,
  stringAt,
  valueAt,
  type ObjectIndex,
} from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath, FieldRef } from '../../model/index.ts';
import {
  dataSource,
  protocolVersion,
  subjectAltNameMatchers,
  UPSTREAM_TLS_CONTEXT,
} from '../envoy-entries.ts';
import type { ClientCertificate, UpstreamTls } from '../types.ts';
import { listEntry, textEntry, type YamlEntry } from '../yaml-lines.ts';

/** The secret of system roots that Envoy is started with. */
const SYSTEM_SECRET = 'SYSTEM_CA_CERT';
const TLS: FieldPath = ['spec', 'tls'];

/**
 * `UpstreamTlsContext` of one cluster, keys in the order in which they are written.
 *
 * @see kgateway extensions2/plugins/backendtlspolicy/plugin.go, backendconfigpolicy/tls.go
 */
export function upstreamTlsContext(
  index: ObjectIndex,
  upstream: UpstreamTls,
): readonly YamlEntry[] {
  const policy = index.byId.get(upstream.policy?.objectId ?? '');
  const own = policy?.kind === 'BackendConfigPolicy' ? policy : undefined;
  const { sni } = upstream;
  const renegotiates = own && booleanAt(own.value, [...TLS, 'allowRenegotiation']) === true;
  return [
    {
      key: '@type',
      value: UPSTREAM_TLS_CONTEXT,
      ...(upstream.policy && { from: upstream.policy }),
    },
    ...(own && renegotiates ? [flag(own)] : []),
    { key: 'commonTlsContext', value: { map: commonTlsContext(upstream, own) } },
    // A forward proxy takes the name from the request.
    ...(sni === undefined || policy === undefined ? [] : [textEntry('sni', sni)]),
  ];
}

function flag({ id }: ManifestObject): YamlEntry {
  const from = { objectId: id, path: [...TLS, 'allowRenegotiation'] };
  return { key: 'allowRenegotiation', value: true, from };
}

function commonTlsContext(
  upstream: UpstreamTls,
  own: ManifestObject | undefined,
): readonly YamlEntry[] {
  const { alpn, clientCertificate, trust } = upstream;
  const isSystem = trust?.kind === 'system';
  return [
    ...(alpn === undefined ? [] : [listEntry('alpnProtocols', alpn)]),
    ...(isSystem ? [combinedContext(upstream)] : []),
    ...(clientCertificate === undefined ? [] : [certificates(clientCertificate)]),
    ...(own === undefined ? policyParameters(upstream) : ownParameters(own, upstream)),
    ...(isSystem ? [] : validationContext(upstream, own)),
  ];
}

function combinedContext({ sanMatchers, policy, trust }: UpstreamTls): YamlEntry {
  // A forward proxy compares the name of the request instead.
  const names = policy === undefined ? [] : subjectAltNameMatchers(sanMatchers ?? []);
  const secret = [{ key: 'name', value: SYSTEM_SECRET }];
  const map = [
    { key: 'defaultValidationContext', value: { map: names } },
    {
      key: 'validationContextSdsSecretConfig',
      value: { map: secret },
      ...(trust?.from && { from: trust.from }),
    },
  ];
  return { key: 'combinedValidationContext', value: { map } };
}

function certificates({ chain, key, from }: ClientCertificate): YamlEntry {
  const value = [
    dataSource('certificateChain', chain, 'inlineString', from),
    dataSource('privateKey', key, 'inlineString', from),
  ];
  return { key: 'tlsCertificates', value: { list: [{ value }] }, from };
}

/** A BackendTLSPolicy with a CA of its own writes the empty message; with the system's none. */
function policyParameters({ trust }: UpstreamTls): readonly YamlEntry[] {
  return trust?.kind === 'bundle' ? [{ key: 'tlsParams', value: { map: [] } }] : [];
}

/** `spec.tls.parameters` of a BackendConfigPolicy, names passed on as they are; `AUTO` is not written. */
function ownParameters(
  { id, value }: ManifestObject,
  { curves, signatureAlgorithms }: UpstreamTls,
): readonly YamlEntry[] {
  const path = [...TLS, 'parameters'];
  if (!isObject(valueAt(value, path))) return [];
  const at = (name: string) => ({ objectId: id, path: [...path, name] });
  const suites = itemsAt(value, [...path, 'cipherSuites']).filter((one) => typeof one === 'string');
  const bound = (
    key: 'tlsMaximumProtocolVersion' | 'tlsMinimumProtocolVersion',
    name: string,
  ): readonly YamlEntry[] => {
    const version = stringAt(value, [...path, name]) ?? 'AUTO';
    return version === 'AUTO' ? [] : [protocolVersion(key, version, at(name))];
  };
  const map = [
    ...(suites.length === 0
      ? []
      : [listEntry('cipherSuites', { value: suites, from: at('cipherSuites') })]),
    ...(curves === undefined ? [] : [listEntry('ecdhCurves', curves)]),
    ...(signatureAlgorithms === undefined
      ? []
      : [listEntry('signatureAlgorithms', signatureAlgorithms)]),
    ...bound('tlsMaximumProtocolVersion', 'maxVersion'),
    ...bound('tlsMinimumProtocolVersion', 'minVersion'),
  ];
  return [{ key: 'tlsParams', value: { map }, from: { objectId: id, path } }];
}

/** Empty with `insecureSkipVerify: true`; absent where no CA is named: both let every certificate pass. */
function validationContext(
  { trust, sanMatchers }: UpstreamTls,
  own: ManifestObject | undefined,
): readonly YamlEntry[] {
  if (trust?.kind === 'bundle' || trust?.kind === 'file') {
    const authority =
      trust.kind === 'bundle'
        ? dataSource('trustedCa', trust.material, 'inlineString', trust.from)
        : fileSource('trustedCa', trust);
    const map = [...subjectAltNameMatchers(sanMatchers ?? []), authority];
    return [{ key: 'validationContext', value: { map } }];
  }
  const skips = own && booleanAt(own.value, [...TLS, 'insecureSkipVerify']) === true;
  if (!skips) return [];
  const from = { objectId: own.id, path: [...TLS, 'insecureSkipVerify'] };
  return [{ key: 'validationContext', value: { map: [] }, from }];
}

function fileSource(
  key: string,
  { path, from }: { readonly path: string; readonly from: FieldRef },
): YamlEntry {
  return { key, value: { map: [{ key: 'filename', value: path }] }, from };
}
