import { readDataValue } from '../../gateway-api/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { writeDataValue } from './data-value-of.ts';
import { oneFix } from './one-fix.ts';

const KEY_BLOCK = /-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?-----END [A-Z ]*PRIVATE KEY-----\r?\n?/g;

/** Takes private keys out of a text with certificates. */
export const removeKeyBlocks: ObjectFixMaker = ({ field }, object) => {
  const key = field?.path.at(-1);
  const value = typeof key === 'string' ? readDataValue(object, key) : undefined;
  const text = value?.text.replace(KEY_BLOCK, '');
  if (value === undefined || text === undefined || text === value.text) return [];
  return oneFix(
    `Take the private key out of ${value.key} of ${object.kind} ${object.name}`,
    writeDataValue(object, value, text),
    { effect: 'The certificates stay. Keep a copy of the key if it stands nowhere else.' },
  );
};
