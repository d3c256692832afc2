const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/** Go's `net.ParseIP` for dotted text: four numbers without leading zeros. */
export function isIpv4(text: string): boolean {
  return IPV4.test(text);
}

/** Go's `net.ParseIP` for text with a colon: RFC 4291 §2.2, an embedded IPv4 tail included, no zone. */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (!text.includes(':') || halves.length > 2) return false;
  const counts = halves.map((half, index) => groupsOf(half, index === halves.length - 1));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return halves.length === 2 ? total < 8 : total === 8;
}

/** Number of 16-bit groups, NaN when one is not well formed. */
function groupsOf(half: string, last: boolean): number {
  if (half === '') return 0;
  const parts = half.split(':');
  return parts.reduce((sum, part, index) => {
    if (/^[0-9a-fA-F]{1,4}$/.test(part)) return sum + 1;
    return last && index === parts.length - 1 && isIpv4(part) ? sum + 2 : NaN;
  }, 0);
}

/** Formats that the API server checks and manifests use. Source: kube-openapi `pkg/validation/strfmt`. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  ipv4: isIpv4,
  ipv6: isIpv6,
  'date-time': (text) => text === '' || DATE_TIME.test(text),
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text),
  byte: (text) =>
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(
      text.replace(/\s/g, ''),
    ),
  duration: (text) => /^\s*(?:\d+\s*[a-zµ]+\s*)+$/i.test(text),
  uuid: (text) => /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(text),
};

/** True for formats that are not known here: the server ignores those too. */
export function matchesFormat(format: string, text: string): boolean {
  return FORMATS[format]?.(text) ?? true;
}
