import { ArrowRight, ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { classNames, Icon } from '../../../ui/index.ts';
import { ObjectGlyph, useDropTarget, VerdictMark, verdictWords } from '../../../views/index.ts';
import { objectOfRow, type OutlineRow } from './outline-rows.ts';

/** One line: what it is, what it says, and its verdict in shape and word. Clicks and keys are the tree's. */
export const OutlineLine = memo(function OutlineLine(props: {
  row: OutlineRow;
  open: boolean;
  selected: boolean;
  tabStop: boolean;
}) {
  const { row, open, selected, tabStop } = props;
  const object = objectOfRow(row);
  const drop = useDropTarget(object?.id ?? null);
  return (
    <div
      role="treeitem"
      className={classNames('ol-row', `ol-${row.kind}`, `lv${String(row.level)}`, drop.standing)}
      {...drop.handlers}
      data-row={row.id}
      data-object={object?.id}
      data-ghost={object?.node.ghost === true ? '' : undefined}
      aria-label={nameOf(row)}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-expanded={row.hasChildren ? open : undefined}
      aria-selected={selected}
      tabIndex={tabStop ? 0 : -1}
    >
      <span className="ol-twist" aria-hidden="true" data-twist={row.hasChildren ? '' : undefined}>
        {row.hasChildren ? <Icon of={open ? ChevronDown : ChevronRight} size="xs" /> : null}
      </span>
      {row.glyph === null ? null : (
        <ObjectGlyph
          kind={row.glyph}
          holdsCertificates={row.glyph === 'ConfigMap'}
          className="i-s"
        />
      )}
      <span className={classNames('ol-title', row.kind === 'relation' && 'mono')}>{row.title}</span>
      {row.kind === 'relation' ? <Icon of={ArrowRight} size="xs" /> : null}
      <span className="ol-note">{row.note}</span>
      <span className="grow" />
      {row.verdict === null || row.verdict === 'note' ? null : (
        <VerdictMark verdict={row.verdict} word={row.word ?? true} />
      )}
    </div>
  );
});

function nameOf({ title, note, verdict, word }: OutlineRow): string {
  const judged = verdict === null || verdict === 'note' ? '' : (word ?? verdictWords[verdict]);
  return [title, note, judged].filter((part) => part !== '').join(', ');
}
