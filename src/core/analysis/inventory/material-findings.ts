import type { Finding } from '../../model/index.ts';
import { refKey } from './ref-key.ts';
import type { PkiFindingCode } from '../../pki/index.ts';
import { placeOf } from './place-of.ts';
import type { Inventory, InventoryEntry } from './take-inventory.ts';

/**
 * What is wrong with PEM text, wherever it stands, as findings with the place they were found in.
 *
 * @param keyPlaces the fields that a process reads its private key from (`refKey`): a key is right there, whatever their name
 */
export function materialFindings(
  inventory: Inventory,
  keyPlaces: ReadonlySet<string>,
): readonly Finding<PkiFindingCode>[] {
  return inventory.entries.flatMap((entry) => {
    const { field } = entry.text;
    const isKeyPlace = field !== undefined && keyPlaces.has(refKey(field));
    return entry.contents.problems
      .filter(({ code }) => !(isKeyPlace && code === 'PEM-KEY-IN-CERTIFICATE-PLACE'))
      .map((problem, i) => toFinding(entry, problem, i));
  });
}

function toFinding(
  { text }: InventoryEntry,
  problem: InventoryEntry['contents']['problems'][number],
  position: number,
): Finding<PkiFindingCode> {
  return {
    id: `${problem.code}|${text.label}|${String(position)}`,
    code: problem.code,
    severity: problem.severity,
    params: { ...problem.params, where: text.label },
    fixes: [],
    ...placeOf(text),
  };
}
