import { WebpkiError } from './webpki-error.ts';

/** What a presented name is compared with. `overlap` is how an excluded subtree treats a wildcard. */
export type DnsIdRole = 'reference' | 'permitted' | 'excluded';

/**
 * Compares a presented dNSName with a server name or with the base of a name constraint. A wildcard stands for one
 * whole leftmost label; below a permitted subtree it counts literally (0.103), because it could also expand to names
 * outside.
 *
 * @param wildcardsExpand whether a wildcard matches a label; false for permitted subtrees from 0.103 on
 * @see rustls-webpki 0.103.14 src/subject_name/dns_name.rs `presented_id_matches_reference_id`
 */
export function matchDnsId(
  presented: string,
  role: DnsIdRole,
  reference: string,
  wildcardsExpand = true,
): boolean | WebpkiError {
  if (!isValidDnsId(presented, 'presented')) return new WebpkiError('MalformedDnsIdentifier');
  const isConstraint = role !== 'reference';
  if (!isValidDnsId(reference, isConstraint ? 'constraint' : 'reference')) {
    return new WebpkiError(isConstraint ? 'MalformedNameConstraint' : 'MalformedDnsIdentifier');
  }
  let left = presented.toLowerCase();
  let right = reference.toLowerCase();
  if (isConstraint && left.length > right.length) {
    if (right === '') return true;
    const skipped = left.length - right.length;
    if (!right.startsWith('.') && left[skipped - 1] !== '.') return false;
    left = left.slice(skipped);
  }
  if (left.startsWith('*') && wildcardsExpand) {
    // The label behind which the wildcard ends; the first octet belongs to it whatever it is.
    const dot = right.indexOf('.', 1);
    if (dot === -1) return false;
    left = left.slice(1);
    right = right.slice(dot);
  }
  if (left.length > right.length || left === '') return false;
  if (!right.startsWith(left)) return false;
  const rest = right.slice(left.length);
  return rest === '' || (!isConstraint && rest === '.');
}

/** 253 octets; labels of at most 63 from `[A-Za-z0-9_-]`, no hyphen at their ends; the last not all digits. */
export function isValidDnsId(
  name: string,
  role: 'reference' | 'presented' | 'constraint',
): boolean {
  if (name.length > 253) return false;
  if (role === 'constraint' && name === '') return true;
  const wildcard = role === 'presented' && name.startsWith('*');
  if (wildcard && !name.startsWith('*.')) return false;
  let text = wildcard ? name.slice(2) : name;
  if (role === 'constraint' && text.startsWith('.')) text = text.slice(1);
  if (role === 'reference' && text.endsWith('.')) text = text.slice(0, -1);
  const labels = text.split('.');
  const last = labels[labels.length - 1] ?? '';
  if (!labels.every(isLabel) || /^\d+$/.test(last)) return false;
  return !wildcard || labels.length >= 2;
}

function isLabel(label: string): boolean {
  return /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label);
}
