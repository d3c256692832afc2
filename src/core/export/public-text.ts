declare const publicText: unique symbol;

/** Text that has been through the redactor. Storage, links, logs and reports accept nothing else. */
export type PublicText = string & { readonly [publicText]: true };

export interface Redacted {
  readonly text: PublicText;
  /** How many spans held key material and were masked. */
  readonly masked: number;
}

const MASK = '[private key removed]';
const PEM_KEY =
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|(?=-----BEGIN )|$)/g;
const BASE64_RUN = /[A-Za-z0-9+/_-]{40,}={0,2}/g;
const MAX_NESTING = 3;

/**
 * Whether `text` holds a private key: as PEM, or as base64 (also of base64) of PEM or of a PKCS#8, PKCS#1 or SEC1
 * structure. Found by content, never by field name: a key in a ConfigMap counts.
 */
export function containsPrivateKey(text: string): boolean {
  return redactPrivateKeys(text).masked > 0;
}

/** Masks every private key in `text`, whatever holds it, and brands the rest as public. */
export function redactPrivateKeys(text: string): Redacted {
  let masked = 0;
  const mask = (): string => {
    masked += 1;
    return MASK;
  };
  const withoutPem = text.replace(PEM_KEY, mask);
  const clean = withoutPem.replace(BASE64_RUN, (run) => (isEncodedKey(run, 0) ? mask() : run));
  return { text: clean as PublicText, masked };
}

function isEncodedKey(run: string, nesting: number): boolean {
  const bytes = decodeBase64(run);
  if (bytes === null) return false;
  if (looksLikeKeyDer(bytes)) return true;
  PEM_KEY.lastIndex = 0;
  if (PEM_KEY.test(bytes)) return true;
  if (nesting >= MAX_NESTING) return false;
  return (bytes.match(BASE64_RUN) ?? []).some((inner) => isEncodedKey(inner, nesting + 1));
}

function decodeBase64(run: string): string | null {
  const standard = run.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  if (standard.length % 4 === 1) return null;
  try {
    return atob(standard);
  } catch {
    return null;
  }
}

/** OIDs that open a PKCS#8 AlgorithmIdentifier, and the shapes of PKCS#1 and SEC1, after `SEQUENCE, INTEGER 0|1`. */
function looksLikeKeyDer(bytes: string): boolean {
  const body = derSequenceBody(bytes);
  if (body === null) return false;
  if (body.startsWith('\x02\x01\x00\x30')) return true;
  if (body.startsWith('\x02\x01\x01\x04')) return true;
  return body.startsWith('\x02\x01\x00\x02\x82') || body.startsWith('\x02\x01\x00\x02\x81');
}

function derSequenceBody(bytes: string): string | null {
  if (bytes.charCodeAt(0) !== 0x30) return null;
  const first = bytes.charCodeAt(1);
  const headerLength = first < 0x80 ? 2 : 2 + (first & 0x7f);
  return headerLength > 6 ? null : bytes.slice(headerLength);
}
