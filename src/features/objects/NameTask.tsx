import { useState } from 'react';
import type { ObjectSummary } from '../../core/analysis/types.ts';
import { TextField } from '../../ui/index.ts';
import { freeCopyName, wordsOfKey } from './object-words.ts';
import { TaskFrame } from './TaskFrame.tsx';
import { useOutcome } from './use-outcome.ts';

const WORDS = {
  rename: {
    verb: 'Rename',
    description: 'Every field that names it follows.',
    none: 'Nothing names it.',
  },
  duplicate: {
    verb: 'Duplicate',
    description: 'The copy stands at the end of the same file. What names the original stays.',
    none: 'Nothing names the copy yet.',
  },
} as const;

/** Asks for a name: to rename an object, or for a copy of it. */
export function NameTask(props: {
  what: 'rename' | 'duplicate';
  objectKey: string;
  objects: readonly ObjectSummary[];
}) {
  const { what, objectKey, objects } = props;
  const { name: before, title } = wordsOfKey(objectKey);
  const [name, setName] = useState(what === 'rename' ? before : freeCopyName(objectKey, objects));
  const isNew = name !== before;
  const action = isNew ? { do: what, key: objectKey, name: name.trim() } : null;
  const outcome = useOutcome(action);
  const { verb, description, none } = WORDS[what];
  return (
    <TaskFrame
      title={`${verb} ${title}`}
      description={description}
      verb={verb}
      action={action}
      outcome={outcome}
      none={none}
      tellsWhy
    >
      <TextField
        label="New name"
        mono
        value={name}
        spellCheck={false}
        autoComplete="off"
        problem={outcome?.kind === 'refused' ? outcome.why : null}
        onFocus={(event) => {
          event.currentTarget.select();
        }}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
    </TaskFrame>
  );
}
