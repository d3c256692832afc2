import type { KeyboardEvent } from 'react';
import { studio, useSelectedObjectKey } from '../../state/index.ts';
import { Button, classNames, VerdictShape } from '../../ui/index.ts';
import { ObjectGlyph } from '../../views/index.ts';
import { ListRows } from './ListRows.tsx';
import type { StatusEntry } from './status-entries.ts';

/** One object: its name, which selects it, and all its lists of conditions. Arrows go to the next or previous object. */
export function ObjectRows({ entry }: { entry: StatusEntry }) {
  const { object, lists } = entry;
  const selected = useSelectedObjectKey() === object.key;
  return (
    <>
      <tbody className={classNames('object', selected && 'chosen')}>
        <tr>
          <th colSpan={4} scope="rowgroup">
            <span className="line">
              <button
                type="button"
                className="open"
                aria-current={selected ? true : undefined}
                onKeyDown={moveFocus}
                onClick={() => {
                  studio.select({ kind: 'object', objectKey: object.key });
                }}
              >
                <ObjectGlyph kind={object.kind} />
                <span className="name">{object.name}</span>
                <span className="kind">{object.kind}</span>
              </button>
              {lists.some(({ verdict }) => verdict === 'error') ? (
                <span className="mark f-err">
                  <VerdictShape shape="error" size="s" /> Not met
                </span>
              ) : null}
              {lists.some(({ differs }) => differs) ? (
                <span className="mark f-warn">
                  <VerdictShape shape="warning" size="s" /> Differs
                </span>
              ) : null}
              <Button
                size="sm"
                variant="quiet"
                aria-label={`Show ${object.kind} ${object.name} in YAML`}
                onClick={() => {
                  studio.reveal(object.at.fileId, object.nameRange);
                }}
              >
                YAML
              </Button>
            </span>
          </th>
        </tr>
      </tbody>
      {lists.map((list) => (
        <ListRows key={list.key} list={list} object={object} />
      ))}
    </>
  );
}

function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const all = [...(event.currentTarget.closest('table')?.querySelectorAll('button.open') ?? [])];
  const next = all[all.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
