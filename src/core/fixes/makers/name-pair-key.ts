import { dataKeys, readDataValue } from '../../gateway-api/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { renameKeyTo } from './rename-data-key.ts';

const USUAL: ReadonlySet<string> = new Set(['tls.crt', 'tls.key', 'ca.crt']);

/** Gives the one value that holds a certificate, or a private key, the key that a pair has. */
export const namePairKey: ObjectFixMaker = ({ params }, object) => {
  const { missing } = params;
  if (missing !== 'tls.crt' && missing !== 'tls.key') return [];
  const label = missing === 'tls.crt' ? /BEGIN CERTIFICATE/ : /BEGIN [A-Z ]*PRIVATE KEY/;
  const fitting = dataKeys(object).filter(
    (key) => !USUAL.has(key) && label.test(readDataValue(object, key)?.text ?? ''),
  );
  return fitting.flatMap((key) => renameKeyTo(object, key, missing));
};
