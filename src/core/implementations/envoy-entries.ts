import type { FieldRef } from '../model/index.ts';
import type { Material } from '../pki/types.ts';
import { fieldOfMaterial, sentBytes } from './sent-bytes.ts';
import type { SanMatcher, Sourced } from './types.ts';
import type { YamlEntry, YamlItem } from './yaml-lines.ts';

/** `@type` of the context. */
export const UPSTREAM_TLS_CONTEXT =
  'type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext';

/** Name of the transport socket that speaks TLS. */
export const TLS_SOCKET = 'envoy.transport_sockets.tls';

const HTTP_PROTOCOL_OPTIONS = 'envoy.extensions.upstreams.http.v3.HttpProtocolOptions';

/** `transportSocket: {name, typedConfig}`. */
export function transportSocket(name: string, typedConfig: readonly YamlEntry[]): YamlEntry {
  const map = [
    { key: 'name', value: name },
    { key: 'typedConfig', value: { map: typedConfig } },
  ];
  return { key: 'transportSocket', value: { map } };
}

/** `matchTypedSubjectAltNames`; nothing without names. */
export function subjectAltNameMatchers(
  names: readonly Sourced<SanMatcher>[],
): readonly YamlEntry[] {
  return names.length === 0
    ? []
    : [{ key: 'matchTypedSubjectAltNames', value: { list: names.map(matcher) } }];
}

function matcher({ value, from }: Sourced<SanMatcher>): YamlItem {
  return {
    value: [
      { key: 'matcher', value: { map: [{ key: value.match, value: value.value }] } },
      { key: 'sanType', value: value.san.toUpperCase() },
    ],
    ...(from && { from }),
  };
}

/** A version as `TlsParameters` names it: `1.2` is `TLSv1_2`, anything else `TLS_AUTO`. */
export function protocolVersion(
  key: 'tlsMinimumProtocolVersion' | 'tlsMaximumProtocolVersion',
  version: string,
  from: FieldRef | undefined,
): YamlEntry {
  const isNumber = /^1\.[0-3]$/.test(version);
  const value = isNumber ? `TLSv${version.replace('.', '_')}` : 'TLS_AUTO';
  return { key, value, ...(from && { from }) };
}

/** `typedExtensionProtocolOptions` with the options of HTTP. */
export function httpProtocolOptions(options: readonly YamlEntry[]): YamlEntry {
  const type = { key: '@type', value: `type.googleapis.com/${HTTP_PROTOCOL_OPTIONS}` };
  const map = [{ key: HTTP_PROTOCOL_OPTIONS, value: { map: [type, ...options] } }];
  return { key: 'typedExtensionProtocolOptions', value: { map } };
}

/**
 * A data source (`trustedCa`, `certificateChain`, `privateKey`).
 *
 * @param form how the bytes are written: as text, or in base64
 */
export function dataSource(
  key: string,
  material: Material,
  form: 'inlineString' | 'inlineBytes',
  fallback: FieldRef,
): YamlEntry {
  const encoding = form === 'inlineBytes' ? 'base64' : 'text';
  const value = sentBytes(material, encoding, key === 'privateKey');
  const map = [{ key: form, value }];
  return { key, value: { map }, from: fieldOfMaterial(material, fallback) };
}
