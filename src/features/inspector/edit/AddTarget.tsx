import { Cable } from 'lucide-react';
import { useState } from 'react';
import type { FormTargets } from '../../../core/edits/index.ts';
import { studio } from '../../../state/index.ts';
import { Button, Menu, type MenuEntry } from '../../../ui/index.ts';
import { useFormHandlers } from './form-context.ts';

/** The menu of objects that a reference here could name, and a new one. */
export function AddTarget({ targets, name }: { targets: readonly FormTargets[]; name: string }) {
  const { objectKey, run } = useFormHandlers();
  const [refusal, setRefusal] = useState<string | null>(null);
  if (targets.length === 0) return null;
  const connect = (way: string, to: string) => {
    void run({ do: 'connect', from: objectKey, to, way }).then(setRefusal);
  };
  const entries = targets.flatMap(({ way, objects }) =>
    objects.map(({ key, label }): MenuEntry => ({
      kind: 'item',
      id: `${way} ${key}`,
      label,
      onSelect: () => {
        connect(way, key);
      },
    })),
  );
  const fresh: MenuEntry = {
    kind: 'item',
    id: 'new',
    label: 'New object…',
    onSelect: () => {
      studio.openTask({ do: 'add', objectKey });
    },
  };
  return (
    <div>
      <Menu entries={[...entries, { kind: 'separator', id: 'line' }, fresh]}>
        <Button size="sm" variant="quiet" icon={Cable}>
          {`Name an object in ${name}`}
        </Button>
      </Menu>
      {refusal === null ? null : <p className="hint bad">{refusal}</p>}
    </div>
  );
}
