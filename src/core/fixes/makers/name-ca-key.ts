import { readDataValue, stringAt } from '../../gateway-api/index.ts';
import { insertKey } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';
import { renameKeyTo } from './rename-data-key.ts';

/** Gives the CA the key that every gateway reads; a pair keeps its own keys and gets ca.crt beside them. */
export const nameCaKey: ObjectFixMaker = ({ params }, object) => {
  const { key } = params;
  if (key === undefined) return [];
  if (key !== 'tls.crt') return renameKeyTo(object, key, 'ca.crt');
  const value = readDataValue(object, key);
  const section = value?.field.path[0];
  const written = value === undefined ? undefined : stringAt(object.value, value.field.path);
  if (typeof section !== 'string' || written === undefined) return [];
  const title = `Write the CA of ${object.kind} ${object.name} under ca.crt too`;
  return oneFix(title, insertKey(object, [section], 'ca.crt', written));
};
