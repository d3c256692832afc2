import './tree.css';
import { useRef, useState, type KeyboardEvent } from 'react';
import { sameSelection, studio, useSelectedObjectKey, useStudio } from '../../../state/index.ts';
import { actionOfKey, ObjectContextMenu } from '../../../views/index.ts';
import { TreeItem } from './TreeItem.tsx';
import { treeMove } from './tree-keys.ts';
import { visibleRows, type TreeRow } from './tree-rows.ts';

/** Objects by namespace with their certificates: one tab stop, arrows inside, selection in step with all. */
export function Tree({ rows }: { rows: readonly TreeRow[] }) {
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const selection = useStudio((state) => state.view.selection);
  const relatedKey = useSelectedObjectKey();

  const shown = visibleRows(rows, collapsed);
  const isOpen = (row: TreeRow) => !collapsed.has(row.id);
  const isSelected = (row: TreeRow) =>
    row.selection !== null && sameSelection(row.selection, selection);
  const focused = shown.findIndex((row) => row.id === focusedId);
  const selected = shown.findIndex(isSelected);
  const stop = focused !== -1 ? focused : Math.max(selected, 0);

  const setOpen = (id: string, open: boolean) => {
    setCollapsed((before) => {
      const after = new Set(before);
      if (open) after.delete(id);
      else after.add(id);
      return after;
    });
  };
  const choose = (row: TreeRow) => {
    setFocusedId(row.id);
    if (row.selection === null) setOpen(row.id, !isOpen(row));
    else studio.select(row.selection);
  };
  const focusRow = (id: string) => {
    setFocusedId(id);
    const index = shown.findIndex((row) => row.id === id);
    list.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const reached = shown[stop];
    const action = reached?.level === 2 ? actionOfKey(event.key, reached.id, true) : null;
    if (action !== null) {
      event.preventDefault();
      studio.openTask(action.task);
      return;
    }
    const move = treeMove(shown, stop, event.key, isOpen);
    if (move === null) return;
    event.preventDefault();
    const row = shown.find((one) => one.id === move.id);
    if (move.kind === 'focus') focusRow(move.id);
    else if (move.kind === 'select' && row !== undefined) choose(row);
    else setOpen(move.id, move.kind === 'open');
  };
  return (
    <ObjectContextMenu>
      <div className="tree" role="tree" aria-label="Objects by namespace" ref={list}>
        {shown.map((row, index) => (
          <TreeItem
            key={row.id}
            row={row}
            open={isOpen(row)}
            selected={index === selected}
            related={row.level === 2 && row.id === relatedKey && index !== selected}
            tabStop={index === stop}
            onKeyDown={onKeyDown}
            onReach={() => {
              setFocusedId(row.id);
            }}
            onChoose={() => {
              choose(row);
            }}
          />
        ))}
      </div>
    </ObjectContextMenu>
  );
}
