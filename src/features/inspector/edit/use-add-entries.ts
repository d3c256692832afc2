import { Cable, Plus } from 'lucide-react';
import type { FormChoice, FormTargets } from '../../../core/edits/index.ts';
import type { FieldPath } from '../../../core/model/index.ts';
import { studio } from '../../../state/index.ts';
import type { MenuEntry } from '../../../ui/index.ts';
import { useFormHandlers } from './form-context.ts';

/** What can be added in one place. */
export interface Addable {
  readonly path: FieldPath;
  /** Fields of a group that are not there. */
  readonly choices: readonly FormChoice[];
  /** Objects that a reference here could name. */
  readonly targets: readonly FormTargets[];
}

/** Entries of the menu of what can be added: fields, objects to name, and a new object. `onDone` is told why there was no change, or null. */
export function useAddEntries(
  { path, choices, targets }: Addable,
  onDone: (why: string | null) => void,
): readonly MenuEntry[] {
  const { objectKey, run, want } = useFormHandlers();
  const fields = choices.map(({ name, required, initial }): MenuEntry => ({
    kind: 'item',
    id: name,
    label: required ? `${name} (required)` : name,
    onSelect: () => {
      const to = [...path, name];
      void run({ do: 'set-field', key: objectKey, path: to, value: initial }).then((why) => {
        if (why === null) want(to);
        onDone(why);
      });
    },
  }));
  const objects = targets.flatMap(({ way, objects: all }) =>
    all.map(({ key, label }): MenuEntry => ({
      kind: 'item',
      id: `${way} ${key}`,
      icon: Cable,
      label,
      onSelect: () => {
        void run({ do: 'connect', from: objectKey, to: key, way }).then(onDone);
      },
    })),
  );
  if (objects.length === 0) return fields;
  const title: MenuEntry = { kind: 'label', id: 'objects', label: 'Name an object' };
  return [...fields, title, ...objects, newObject(objectKey)];
}

function newObject(objectKey: string): MenuEntry {
  return {
    kind: 'item',
    id: 'new',
    icon: Plus,
    label: 'New object…',
    onSelect: () => {
      studio.openTask({ do: 'add', objectKey });
    },
  };
}
