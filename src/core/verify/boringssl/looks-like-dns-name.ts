/**
 * Whether BoringSSL takes a common name for a host name (`v3_utl.cc: x509v3_looks_like_dns_name`): non-empty labels
 * of letters, digits, `_`, `:` and hyphens that do not begin one; `*.` in front and a dot at the end are cut off.
 * One label is enough.
 */
export function looksLikeDnsName(text: string): boolean {
  const name = text.replace(/\.$/, '').replace(/^\*\./, '');
  return /^[A-Za-z0-9_:][A-Za-z0-9_:-]*(?:\.[A-Za-z0-9_:][A-Za-z0-9_:-]*)*$/.test(name);
}
