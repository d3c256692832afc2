import type { OutlineRow } from './outline-rows.ts';

export type OutlineAct = {
  readonly kind: 'focus' | 'choose' | 'open' | 'close';
  readonly id: string;
};

/** What a key does at row `index` (WAI-ARIA authoring practices, tree view); null when nothing. */
export function outlineKey(
  rows: readonly OutlineRow[],
  index: number,
  key: string,
  isOpen: (row: OutlineRow) => boolean,
): OutlineAct | null {
  const row = rows[index];
  if (row === undefined) return null;
  switch (key) {
    case 'ArrowDown':
      return focusOn(rows[index + 1]);
    case 'ArrowUp':
      return focusOn(rows[index - 1]);
    case 'Home':
      return focusOn(rows[0]);
    case 'End':
      return focusOn(rows.at(-1));
    case 'ArrowRight':
      if (!row.hasChildren) return null;
      return isOpen(row) ? focusOn(rows[index + 1]) : { kind: 'open', id: row.id };
    case 'ArrowLeft':
      if (row.hasChildren && isOpen(row)) return { kind: 'close', id: row.id };
      return focusOn(rows.find(({ id }) => id === row.parentId));
    case 'Enter':
    case ' ':
      return { kind: 'choose', id: row.id };
    default:
      return null;
  }
}

function focusOn(row: OutlineRow | undefined): OutlineAct | null {
  return row === undefined ? null : { kind: 'focus', id: row.id };
}
