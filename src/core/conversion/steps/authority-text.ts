import { dataKeys, decodeKubernetesBase64, readDataValue } from '../../gateway-api/index.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { FieldPath, ImplementationId } from '../../model/index.ts';

/** CA certificates of a Secret or ConfigMap: public blocks alone. */
export interface AuthorityText {
  readonly key: string;
  readonly path: FieldPath;
  /** Each block on lines of its own, with a last line end. */
  readonly pem: string;
  /** `ca.crt`, as text where every implementation looks for it. */
  readonly isPlain: boolean;
  readonly hasCrl: boolean;
}

const PUBLIC = /-----BEGIN ((?:TRUSTED )?CERTIFICATE|X509 CRL)-----[\s\S]*?-----END \1-----/g;

/**
 * What the implementation that is left reads as CA; null when there is none. Envoy Gateway also takes `tls.crt`, or the only key
 * there is.
 */
export function authorityText(
  object: ManifestObject,
  from: ImplementationId,
): AuthorityText | null {
  const keys = dataKeys(object);
  const key =
    keys.find((one) => one === 'ca.crt') ??
    (from === 'envoy-gateway'
      ? (keys.find((one) => one === 'tls.crt') ?? (keys.length === 1 ? keys[0] : undefined))
      : undefined);
  const value = key === undefined ? undefined : readDataValue(object, key);
  if (key === undefined || value === undefined) return null;
  // NGINX Gateway Fabric also takes base64 of PEM.
  const text = value.text.includes('-----BEGIN') ? value.text : decoded(value.text);
  const blocks = [...text.matchAll(PUBLIC)].map(([block]) => block);
  if (blocks.length === 0) return null;
  const { path } = value.field;
  const isText = path[0] !== 'binaryData' && value.text === text;
  return {
    key,
    path,
    pem: blocks.map((block) => `${block.replaceAll('\r\n', '\n')}\n`).join(''),
    isPlain: key === 'ca.crt' && isText,
    hasCrl: blocks.some((block) => block.startsWith('-----BEGIN X509 CRL')),
  };
}

function decoded(text: string): string {
  const found = decodeKubernetesBase64(text.trim());
  return found.ok ? new TextDecoder().decode(found.bytes) : '';
}
