import { stringAt } from '../../gateway-api/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { oneFix } from './one-fix.ts';

const SECTIONS = ['stringData', 'data'];

/** Switches the names of tls.crt and tls.key where each holds what the other should. */
export const switchPair: ObjectFixMaker = (_, object) => {
  const section = SECTIONS.find((name) =>
    ['tls.crt', 'tls.key'].every((key) => stringAt(object.value, [name, key]) !== undefined),
  );
  if (section === undefined) return [];
  const certificate = object.rangeOf([section, 'tls.crt']).key;
  const key = object.rangeOf([section, 'tls.key']).key;
  if (certificate === undefined || key === undefined) return [];
  const { fileId } = object;
  return oneFix(`Switch tls.crt and tls.key of ${object.kind} ${object.name}`, [
    { fileId, range: certificate, text: 'tls.key' },
    { fileId, range: key, text: 'tls.crt' },
  ]);
};
