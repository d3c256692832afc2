import type { FieldRef } from '../../model/index.ts';
import type { Material } from '../../pki/types.ts';
import { fieldOfMaterial, sentBytes } from '../sent-bytes.ts';
import type { ClientCertificate, SanMatcher, Sourced, TrustSource } from '../types.ts';
import { listEntry, textEntry, type YamlEntry } from '../yaml-lines.ts';

/** What stands in a `backendTls` message. Text instead of material is sent as it is. */
interface BackendTlsParts {
  readonly hostname?: Sourced<string>;
  readonly sans: readonly Sourced<SanMatcher>[];
  /** System roots are not written. */
  readonly root: TrustSource | string;
  readonly certificate?: ClientCertificate | string;
  readonly insecure?: 'All' | 'Hostname';
  readonly insecureFrom?: FieldRef;
  readonly alpn?: Sourced<readonly string[]>;
  readonly groups?: Sourced<readonly string[]>;
}

/** The fields of a `backendTls` message, keys in the order in which they are written; bytes are base64. */
export function backendTlsEntries(parts: BackendTlsParts): readonly YamlEntry[] {
  const { hostname, sans, root, certificate, insecure, insecureFrom, alpn, groups } = parts;
  const pair = typeof certificate === 'object' ? certificate : undefined;
  const unusable = typeof certificate === 'string' ? certificate : undefined;
  return [
    ...(alpn === undefined ? [] : [alpnEntry(alpn)]),
    ...(pair === undefined ? [] : [bytes('cert', pair.chain, false, pair.from)]),
    ...(unusable === undefined ? [] : [{ key: 'cert', value: unusable }]),
    ...(hostname === undefined ? [] : [textEntry('hostname', hostname)]),
    ...(pair === undefined ? [] : [bytes('key', pair.key, true, pair.from)]),
    ...(unusable === undefined ? [] : [{ key: 'key', value: unusable }]),
    ...(groups === undefined ? [] : [listEntry('keyExchangeGroups', groups)]),
    ...rootEntries(root),
    ...(insecure === undefined
      ? []
      : [
          {
            key: 'verification',
            value: insecure === 'All' ? 'INSECURE_ALL' : 'INSECURE_HOST',
            ...(insecureFrom && { from: insecureFrom }),
          },
        ]),
    ...namesEntry(sans),
  ];
}

function rootEntries(root: BackendTlsParts['root']): readonly YamlEntry[] {
  if (typeof root === 'string') return [{ key: 'root', value: root }];
  return root.kind === 'bundle' ? [bytes('root', root.material, false, root.from)] : [];
}

function namesEntry(sans: readonly Sourced<SanMatcher>[]): readonly YamlEntry[] {
  if (sans.length === 0) return [];
  const list = sans.map(({ value, from }) => ({ value: value.value, ...(from && { from }) }));
  return [{ key: 'verifySubjectAltNames', value: { list } }];
}

function alpnEntry(alpn: Sourced<readonly string[]>): YamlEntry {
  return { key: 'alpn', value: { map: [listEntry('protocols', alpn)] } };
}

function bytes(key: string, material: Material, isKey: boolean, fallback: FieldRef): YamlEntry {
  const value = sentBytes(material, 'base64', isKey);
  return { key, value, from: fieldOfMaterial(material, fallback) };
}
