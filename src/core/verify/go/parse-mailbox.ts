import { isValidDomain } from './is-valid-domain.ts';

/** A mailbox name (RFC 2821) taken apart. */
export interface Mailbox {
  readonly local: string;
  readonly domain: string;
}

/** Quoted: any octet but NUL, line ends, quote and backslash; those two escaped. */
const quoted =
  /^"((?:[\u0001-\u0008\u000b\u000c\u000e-!#-[\]-~\u007f]|\\[\u0001-\u0009\u000b\u000c\u000e-\u007f])*)"@/;
/** A backslash takes whatever follows it along. */
const plain = /^((?:[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]|\\[^])+)@/;

/** @see Go 1.26 crypto/x509 `parseRFC2821Mailbox` */
export function parseMailbox(text: string): Mailbox | null {
  const isQuoted = text.startsWith('"');
  const match = (isQuoted ? quoted : plain).exec(text);
  if (!match) return null;
  const local = (match[1] ?? '').replace(/\\([^])/g, '$1');
  const dots = local.startsWith('.') || local.endsWith('.') || local.includes('..');
  if (!isQuoted && dots) return null;
  const domain = text.slice(match[0].length);
  return isValidDomain(domain, false) ? { local, domain } : null;
}
