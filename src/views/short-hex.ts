/** Hex as `C8:F0:9B:5D … 9B:21:34:AA`: whole when it is short, both ends when it is long; `none` for null. */
export function shortHex(hex: string | null): string {
  if (hex === null || hex === '') return 'none';
  const digits = hex.replaceAll(':', '').toUpperCase();
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  const pairs = even.match(/../g) ?? [];
  if (pairs.length <= 12) return pairs.join(':');
  return `${pairs.slice(0, 8).join(':')} … ${pairs.slice(-4).join(':')}`;
}
