import { useState } from 'react';
import type { ObjectSummary } from '../../core/analysis/types.ts';
import { groupKindOf, waysFrom } from '../../core/edits/connect-ways.ts';
import { groupKindOfNew, newKinds, type NewKind } from '../../core/edits/new-manifest.ts';
import { studio, useStudio } from '../../state/index.ts';
import { Select, TextField } from '../../ui/index.ts';
import { wordsOfKey } from './object-words.ts';
import { TaskFrame } from './TaskFrame.tsx';
import { useOutcome } from './use-outcome.ts';

/** Asks for kind, name and namespace of a new object; beside another it is wired to that one. */
export function AddTask(props: { beside: string | null; objects: readonly ObjectSummary[] }) {
  const { beside } = props;
  const kinds = kindsBeside(beside);
  const anchor = beside === null ? null : wordsOfKey(beside);
  const [first] = kinds;
  const lens = useStudio(({ view }) => view.lens);
  const [kind, setKind] = useState<NewKind>(first.kind);
  const [name, setName] = useState('');
  const [namespace, setNamespace] = useState(
    () => anchor?.namespace || studio.store.getState().workspace.options.defaultNamespace,
  );
  const action =
    name.trim() === ''
      ? null
      : {
          do: 'add' as const,
          kind,
          name: name.trim(),
          namespace: namespace.trim(),
          ...(beside === null ? {} : { beside }),
          ...(lens === null ? {} : { lens }),
        };
  const outcome = useOutcome(action);
  return (
    <TaskFrame
      title={anchor === null ? 'Add an object' : `Add beside ${anchor.title}`}
      description="It starts with the least that the API server takes."
      verb="Add"
      action={action}
      outcome={outcome}
      none={anchor === null ? 'It stands in a file of its own.' : 'It is connected as shown.'}
    >
      <div>
        <p className="lbl">Kind</p>
        <Select
          label="Kind"
          className="wide"
          value={kind}
          options={kinds.map((one) => ({ value: one.kind, label: `${one.kind}: ${one.help}` }))}
          onChange={setKind}
        />
      </div>
      <TextField
        label="Name"
        mono
        value={name}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      {kind === 'Namespace' ? null : (
        <TextField
          label="Namespace"
          mono
          value={namespace}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setNamespace(event.target.value);
          }}
        />
      )}
    </TaskFrame>
  );
}

type AnyNew = (typeof newKinds)[number];

/** Kinds that a field connects with the object; all of them where there is none. */
function kindsBeside(beside: string | null): typeof newKinds | readonly [AnyNew, ...AnyNew[]] {
  if (beside === null) return newKinds;
  const own = groupKindOf(beside);
  const [first, ...others] = newKinds.filter(({ kind }) => {
    const other = groupKindOfNew(kind);
    return (
      waysFrom(own).some(({ to }) => to.includes(other)) ||
      waysFrom(other).some(({ to }) => to.includes(own))
    );
  });
  return first === undefined ? newKinds : [first, ...others];
}
