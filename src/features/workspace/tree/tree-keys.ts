import type { TreeRow } from './tree-rows.ts';

/** What a key does in the tree (WAI-ARIA authoring practices, tree view). */
export type TreeMove =
  | { readonly kind: 'focus'; readonly id: string }
  | { readonly kind: 'open' | 'close' | 'select'; readonly id: string };

/** The move for a key at row `index` of the rows in sight; null when the key does nothing there. */
export function treeMove(
  rows: readonly TreeRow[],
  index: number,
  key: string,
  isOpen: (row: TreeRow) => boolean,
): TreeMove | null {
  const row = rows[index];
  if (row === undefined) return null;
  switch (key) {
    case 'ArrowDown':
      return focus(rows[index + 1]);
    case 'ArrowUp':
      return focus(rows[index - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      if (!row.hasChildren) return null;
      return isOpen(row) ? focus(rows[index + 1]) : { kind: 'open', id: row.id };
    case 'ArrowLeft':
      if (row.hasChildren && isOpen(row)) return { kind: 'close', id: row.id };
      return focus(rows.find((one) => one.id === row.parentId));
    case 'Enter':
    case ' ':
      return { kind: 'select', id: row.id };
    default:
      return key.length === 1 ? focus(startingWith(rows, index, key)) : null;
  }
}

function focus(row: TreeRow | undefined): TreeMove | null {
  return row === undefined ? null : { kind: 'focus', id: row.id };
}

/** The next row, around the end, whose name begins with a letter. */
function startingWith(
  rows: readonly TreeRow[],
  index: number,
  letter: string,
): TreeRow | undefined {
  const around = [...rows.slice(index + 1), ...rows.slice(0, index)];
  return around.find((row) => row.name.toLowerCase().startsWith(letter.toLowerCase()));
}
