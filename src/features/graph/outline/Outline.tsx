import './outline.css';
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import type { Topology } from '../../../core/topology/types.ts';
import type { ObjectTask } from '../../../state/index.ts';
import { actionOfKey } from '../../../views/index.ts';
import type { Emphasis } from '../model/emphasis.ts';
import type { GraphItem, GraphItems } from '../model/graph-items.ts';
import { outlineKey } from './outline-key.ts';
import { OutlineLine } from './OutlineLine.tsx';
import { objectOfRow, outlineRows, type OutlineRow } from './outline-rows.ts';

/** With more hops than this each starts closed. */
const OPEN_HOPS = 3;

/** The graph as a tree of words: same objects, relations and verdicts, by keyboard throughout. */
export function Outline(props: {
  topology: Topology;
  items: GraphItems;
  emphasis: Emphasis;
  onChoose: (item: GraphItem) => void;
  /** Something is to be done with an object; null where the picture is only looked at. */
  onTask: ((task: ObjectTask) => void) | null;
}) {
  const { topology, items, emphasis, onChoose, onTask } = props;
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);

  const opensByItself = (level: number) => level > 1 || topology.hops.length <= OPEN_HOPS;
  const isOpenAt = (id: string, level: number) => opensByItself(level) !== toggled.has(id);
  const isOpen = (row: OutlineRow) => isOpenAt(row.id, row.level);
  const rows = outlineRows(topology, items, isOpenAt);
  const isSelected = (row: OutlineRow) =>
    row.kind !== 'relation' && row.item !== null && emphasis.selected.has(row.item.id);
  const focused = rows.findIndex(({ id }) => id === focusedId);
  const stop = focused >= 0 ? focused : Math.max(0, rows.findIndex(isSelected));

  const toggle = (row: OutlineRow) => {
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(row.id)) after.add(row.id);
      return after;
    });
  };
  const choose = (row: OutlineRow) => {
    setFocusedId(row.id);
    if (row.item === null) toggle(row);
    else onChoose(row.item);
  };
  const onClick = ({ target }: MouseEvent) => {
    const row = rows.find(({ id }) => id === rowIdAt(target));
    if (row === undefined || !(target instanceof Element)) return;
    if (target.closest('[data-twist]') === null) choose(row);
    else toggle(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // The row that has the focus, however it got there.
    const at = rows.findIndex(({ id }) => id === rowIdAt(event.target));
    const reached = at === -1 ? stop : at;
    const object = rows[reached] === undefined ? null : objectOfRow(rows[reached]);
    const action = object === null ? null : actionOfKey(event.key, object.id, !object.node.ghost);
    if (action !== null && onTask !== null) {
      event.preventDefault();
      onTask(action.task);
      return;
    }
    const act = outlineKey(rows, reached, event.key, isOpen);
    const row = rows.find(({ id }) => id === act?.id);
    if (act === null || row === undefined) return;
    event.preventDefault();
    if (act.kind === 'choose') choose(row);
    else if (act.kind === 'focus') {
      setFocusedId(row.id);
      list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row.id)}"]`)?.focus();
    } else toggle(row);
  };
  return (
    <div
      className="outline"
      role="tree"
      aria-label="Outline of the graph"
      ref={list}
      tabIndex={-1}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, index) => (
        <OutlineLine
          key={row.id}
          row={row}
          open={isOpen(row)}
          selected={isSelected(row)}
          tabStop={index === stop}
        />
      ))}
    </div>
  );
}

function rowIdAt(target: EventTarget): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>('[data-row]')?.dataset.row;
}
