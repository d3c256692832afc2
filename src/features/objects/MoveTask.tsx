import { useId, useState } from 'react';
import type { ObjectSummary } from '../../core/analysis/types.ts';
import { TextField } from '../../ui/index.ts';
import { namespacesOf, wordsOfKey } from './object-words.ts';
import { TaskFrame } from './TaskFrame.tsx';
import { useOutcome } from './use-outcome.ts';

/** Asks for a namespace, and whether the grants that the move needs are added. */
export function MoveTask(props: { objectKey: string; objects: readonly ObjectSummary[] }) {
  const { objectKey, objects } = props;
  const { namespace: before, title } = wordsOfKey(objectKey);
  const [namespace, setNamespace] = useState('');
  const [grants, setGrants] = useState(true);
  const known = useId();
  const action =
    namespace.trim() === ''
      ? null
      : { do: 'move' as const, key: objectKey, namespace: namespace.trim(), grants };
  const outcome = useOutcome(action);
  return (
    <TaskFrame
      title={`Move ${title}`}
      description={`It is in namespace ${before}. References that can name a namespace follow.`}
      verb="Move"
      action={action}
      outcome={outcome}
      none="Nothing names it, and it names nothing."
      tellsWhy
    >
      <TextField
        label="To namespace"
        mono
        list={known}
        value={namespace}
        spellCheck={false}
        autoComplete="off"
        problem={outcome?.kind === 'refused' ? outcome.why : null}
        onChange={(event) => {
          setNamespace(event.target.value);
        }}
      />
      <datalist id={known}>
        {namespacesOf(objects)
          .filter((one) => one !== before)
          .map((one) => (
            <option key={one} value={one} />
          ))}
      </datalist>
      <label className="check">
        <input
          type="checkbox"
          checked={grants}
          onChange={(event) => {
            setGrants(event.target.checked);
          }}
        />
        Add the ReferenceGrants that are needed then
      </label>
    </TaskFrame>
  );
}
