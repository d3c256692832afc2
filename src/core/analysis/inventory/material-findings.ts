import type { Finding } from '../../model/index.ts';
import type { PkiFindingCode } from '../../pki/index.ts';
import { placeOf } from './place-of.ts';
import type { Inventory, InventoryEntry } from './take-inventory.ts';

/** What is wrong with PEM text, wherever it stands, as findings with the place they were found in. */
export function materialFindings(inventory: Inventory): readonly Finding<PkiFindingCode>[] {
  return inventory.entries.flatMap((entry) =>
    entry.contents.problems.map((problem, i) => toFinding(entry, problem, i)),
  );
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
