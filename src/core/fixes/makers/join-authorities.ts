import { itemsAt, objectKey, readDataValue, stringAt } from '../../gateway-api/index.ts';
import { removeItemsFrom, type ManifestObject } from '../../manifest/index.ts';
import type { ObjectFixMaker } from '../types.ts';
import { writtenAt } from './as-written.ts';
import { writeDataValue } from './data-value-of.ts';
import { oneFix } from './one-fix.ts';

const PATH = ['spec', 'validation', 'caCertificateRefs'];

/** Puts the CAs of all references into the ca.crt of the first one, which every gateway reads. */
export const joinAuthorities: ObjectFixMaker = (_, policy, context) => {
  const references = itemsAt(policy.value, PATH);
  const objects = references.map((reference) =>
    writtenAt(
      objectKey(
        '',
        stringAt(reference, ['kind']) ?? '',
        policy.namespace,
        stringAt(reference, ['name']) ?? '',
      ),
      context,
    ),
  );
  const [first] = objects;
  const texts = objects.map((object) => textOf(object));
  const value = first === undefined ? undefined : readDataValue(first, 'ca.crt');
  if (first === undefined || value === undefined) return [];
  if (texts.includes(undefined)) return [];
  const joined = [...new Set(texts)].join('');
  const others = objects.slice(1).flatMap((object) => object?.name ?? []);
  const named = `${first.kind} ${first.name}`;
  const isAdded = joined !== textOf(first);
  return oneFix(
    isAdded
      ? `Put the CAs of ${[...new Set(others)].join(', ')} into ${named} and name that one in ${policy.kind} ${policy.name}`
      : `Name ${named} alone in ${policy.kind} ${policy.name}: it holds all the CAs`,
    [...(isAdded ? writeDataValue(first, value, joined) : []), ...removeItemsFrom(policy, PATH, 1)],
    { effect: 'Every gateway then trusts the same CAs.' },
  );
};

function textOf(object: ManifestObject | undefined): string | undefined {
  const text = object === undefined ? undefined : readDataValue(object, 'ca.crt')?.text;
  return text === undefined || text.endsWith('\n') ? text : `${text}\n`;
}
