import { binaryText } from '../der/binary-text.ts';
import { DerString, TAG } from '../der/der-string.ts';
import { parseUrl } from './parse-url.ts';

/** A name of a kind that Go compares. `host` is what stands there in a URI, with its port. */
export type GoName =
  | { readonly kind: 'dns' | 'email'; readonly text: string }
  | { readonly kind: 'uri'; readonly text: string; readonly host: string }
  | { readonly kind: 'ip'; readonly octets: Uint8Array };

/** The alternative names that Go keeps. */
export interface GoNames {
  /** In the order of the extension. */
  readonly names: readonly GoName[];
  readonly dnsNames: readonly string[];
  readonly addresses: readonly Uint8Array[];
  /** The whole extension value, one character an octet; null without the extension. */
  readonly subjectAltName: string | null;
}

/** @see Go 1.26 crypto/x509 `parseSANExtension` */
export function readGoNames(value: Uint8Array | null): GoNames {
  const names: GoName[] = [];
  const list = value === null ? null : new DerString(value).read(TAG.sequence);
  for (let element = list?.any(); element; element = list?.any()) {
    const { rest } = element.content;
    const text = binaryText(rest);
    if (element.tag === 0x81) names.push({ kind: 'email', text });
    if (element.tag === 0x82) names.push({ kind: 'dns', text });
    if (element.tag === 0x86) names.push({ kind: 'uri', text, host: hostOf(text) });
    if (element.tag === 0x87) names.push({ kind: 'ip', octets: rest });
  }
  return {
    names,
    dnsNames: names.flatMap((name) => (name.kind === 'dns' ? name.text : [])),
    addresses: names.flatMap((name) => (name.kind === 'ip' ? [name.octets] : [])),
    subjectAltName: value === null ? null : binaryText(value),
  };
}

function hostOf(uri: string): string {
  const parsed = parseUrl(uri);
  return parsed.ok ? parsed.host : '';
}
