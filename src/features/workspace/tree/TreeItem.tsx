import type { KeyboardEvent } from 'react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { classNames, Icon, MiddleEllipsis } from '../../../ui/index.ts';
import { Glyph, ObjectGlyph, useDropTarget, VerdictMark } from '../../../views/index.ts';
import type { TreeRow } from './tree-rows.ts';

/** One line of the tree. Its name says kind, name and mark, also where the drawing shortens them. */
export function TreeItem(props: {
  row: TreeRow;
  open: boolean;
  selected: boolean;
  related: boolean;
  tabStop: boolean;
  onChoose: () => void;
  /** The focus has got here, by whatever way: keys act on it from now on. */
  onReach: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { row, open, selected, related, tabStop, onChoose, onReach, onKeyDown } = props;
  const label = `${row.kind} ${row.name}`;
  const drop = useDropTarget(row.level === 2 ? row.id : null);
  return (
    <div
      className={classNames(
        row.level === 1 ? 'ns' : 'ti',
        row.level === 3 && 'lv2',
        related && 'rel',
        drop.standing,
      )}
      role="treeitem"
      data-object={row.level === 2 ? row.id : undefined}
      aria-level={row.level}
      aria-label={row.mark === null ? label : `${label}, ${row.markWord}`}
      aria-selected={selected}
      {...(row.hasChildren ? { 'aria-expanded': open } : {})}
      tabIndex={tabStop ? 0 : -1}
      {...drop.handlers}
      onClick={onChoose}
      onFocus={onReach}
      onKeyDown={onKeyDown}
    >
      {row.level === 1 ? (
        <Glyph name="namespace" className="i-xs" />
      ) : (
        <ObjectGlyph kind={row.kind} holdsCertificates={row.holdsCertificates} />
      )}
      <span className="nm trunc" title={row.name}>
        {row.name.length > 22 ? <MiddleEllipsis text={row.name} /> : row.name}{' '}
        {row.note === '' || row.name.length > 22 ? null : <span className="mut">{row.note}</span>}
      </span>
      {row.level === 1 ? <Icon of={open ? ChevronDown : ChevronRight} size="xs" /> : null}
      {row.mark === null || row.mark === 'note' ? null : (
        <VerdictMark verdict={row.mark} label={row.markWord} />
      )}
    </div>
  );
}
