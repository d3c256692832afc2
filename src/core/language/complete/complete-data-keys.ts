import { isObject, stringAt, valueAt } from '../../gateway-api/index.ts';
import { CURSOR, type CursorContext } from '../syntax/cursor-context.ts';
import type { Offer } from './completion.ts';

const CERTIFICATES = [
  ['ca.crt', 'The trust anchors: one or more CA certificates as PEM.'],
  ['tls.crt', 'The certificate chain as PEM, the leaf first.'],
  ['tls.key', 'The private key of the first certificate of tls.crt.'],
] as const;

/** The keys that gateways look for in a ConfigMap or Secret. */
export function completeDataKeys({ object, path, colon }: CursorContext): readonly Offer[] {
  const [section] = path;
  const kind = stringAt(object, ['kind']);
  const isData = section === 'data' || section === 'stringData';
  if (path.length !== 1 || !isData || (kind !== 'ConfigMap' && kind !== 'Secret')) return [];
  const owner = valueAt(object, path);
  const written = isObject(owner) ? Object.keys(owner) : [];
  return CERTIFICATES.filter(([key]) => kind === 'Secret' || key === 'ca.crt')
    .filter(([key]) => !written.some((name) => name === key && !name.includes(CURSOR)))
    .map(([label, help]) => ({
      label,
      kind: 'field',
      detail: section === 'data' && kind === 'Secret' ? 'base64' : 'PEM text',
      help,
      insert: colon ? label : `${label}: `,
      rank: 1,
    }));
}
