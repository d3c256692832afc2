import type { FieldRef } from '../model/index.ts';
import { encodeBase64 } from '../pki/base64.ts';
import type { Material } from '../pki/types.ts';
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

/** One text value with its field. */
export function textEntry(key: string, { value, from }: Sourced<string>): YamlEntry {
  return { key, value, ...(from && { from }) };
}

/** A list of text with its field. */
export function listEntry(key: string, { value, from }: Sourced<readonly string[]>): YamlEntry {
  return { key, value: { list: value.map((one) => ({ value: one })) }, ...(from && { from }) };
}

/** `typedExtensionProtocolOptions` with the options of HTTP. */
export function httpProtocolOptions(options: readonly YamlEntry[]): YamlEntry {
  const type = { key: '@type', value: `type.googleapis.com/${HTTP_PROTOCOL_OPTIONS}` };
  const map = [{ key: HTTP_PROTOCOL_OPTIONS, value: { map: [type, ...options] } }];
  return { key: 'typedExtensionProtocolOptions', value: { map } };
}

/**
 * A data source (`trustedCa`, `certificateChain`, `privateKey`). Certificates stand as they are sent; where a
 * private key stands, or might, only length and origin are told.
 *
 * @param encode how the bytes are written: as text, or in base64
 */
export function dataSource(
  key: string,
  { pem, source }: Material,
  encode: 'inlineString' | 'inlineBytes',
  fallback: FieldRef,
): YamlEntry {
  const isSecret = key === 'privateKey' || pem.includes('PRIVATE KEY');
  const shown = encode === 'inlineBytes' ? toBase64(pem) : pem;
  const value = isSecret ? `(${pem.length} bytes: ${source.label})` : shown;
  const from = source.kind === 'field' ? source.field : fallback;
  return { key, value: { map: [{ key: encode, value }] }, from };
}

/** Base64 of text whose characters are bytes. */
export function toBase64(text: string): string {
  return encodeBase64(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}
