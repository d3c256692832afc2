import type { ObjectSummary } from '../../core/analysis/types.ts';
import { studio, useAnalysis } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { conditionRows } from './condition-rows.ts';
import { ConditionRows } from './ConditionRows.tsx';
import { listNote, listTitle } from './list-words.ts';
import type { StatusList } from './status-entries.ts';

/** One list of conditions: what it stands under and who writes it, then its conditions. */
export function ListRows({ list, object }: { list: StatusList; object: ObjectSummary }) {
  const { status, by } = list;
  const { ref, kind, real } = status;
  const rows = conditionRows(status);
  const note = listNote(status, by);
  const owner = useAnalysis((state) =>
    kind === 'parent' || kind === 'ancestor'
      ? state.analysis?.objects.find(
          (one) =>
            one.name === ref?.name &&
            one.kind === (ref.kind ?? 'Gateway') &&
            one.namespace === (ref.namespace ?? object.namespace),
        )
      : undefined,
  );
  const title = listTitle(status, object);
  return (
    <tbody>
      <tr className="under">
        <th colSpan={4} scope="rowgroup">
          <span className="line">
            {owner === undefined ? (
              <span>{title}</span>
            ) : (
              <button
                type="button"
                className="ref"
                onClick={() => {
                  studio.select({ kind: 'object', objectKey: owner.key });
                }}
              >
                {title}
              </button>
            )}
            <span className="mono by">{status.controllerName ?? ''}</span>
          </span>
          {note === null ? null : (
            <span className={list.differs ? 'note differs' : 'note'}>
              <span>{note}</span>
              {real === undefined ? null : (
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={`Show the cluster's status: ${title}`}
                  onClick={() => {
                    studio.reveal(real.at.fileId, real.at.range);
                  }}
                >
                  Show
                </Button>
              )}
            </span>
          )}
        </th>
      </tr>
      {rows.map((row) => (
        <ConditionRows key={row.type} row={row} />
      ))}
    </tbody>
  );
}
