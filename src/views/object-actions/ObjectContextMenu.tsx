import { useState, type MouseEvent, type ReactNode } from 'react';
import { studio } from '../../state/index.ts';
import { ContextMenu } from '../../ui/index.ts';
import { objectActions } from './object-actions.ts';

/**
 * The menu of whatever object is under the pointer, or has the focus, in a region. Objects carry `data-object`, their key;
 * those that are in no file `data-ghost` too.
 */
export function ObjectContextMenu({ children }: { children: ReactNode }) {
  const [target, setTarget] = useState<{ key: string; exists: boolean } | null>(null);
  const actions = target === null ? [] : objectActions(target.key, target.exists);
  return (
    <ContextMenu
      entries={actions.map(({ task, ...entry }) => ({
        kind: 'item',
        ...entry,
        onSelect: () => {
          studio.openTask(task);
        },
      }))}
      onAsk={(event) => {
        const found = objectAt(event);
        setTarget(found);
        return found !== null && objectActions(found.key, found.exists).length > 0;
      }}
    >
      {children}
    </ContextMenu>
  );
}

function objectAt({ target }: MouseEvent): { key: string; exists: boolean } | null {
  const holder = target instanceof Element ? target.closest<HTMLElement>('[data-object]') : null;
  const key = holder?.dataset.object;
  return key === undefined ? null : { key, exists: holder?.dataset.ghost === undefined };
}
