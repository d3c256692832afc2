import { useState } from 'react';
import type { ObjectSummary } from '../../core/analysis/types.ts';
import { connectWays } from '../../core/edits/connect-ways.ts';
import { Select } from '../../ui/index.ts';
import { wordsOfKey } from './object-words.ts';
import { TaskFrame } from './TaskFrame.tsx';
import { useOutcome } from './use-outcome.ts';

/** Asks what an object is connected to, and by which field where there are several. */
export function ConnectTask(props: {
  from: string;
  to: string | null;
  objects: readonly ObjectSummary[];
}) {
  const { from, objects } = props;
  const [to, setTo] = useState(props.to);
  const [chosen, setChosen] = useState<string | null>(null);
  const source = wordsOfKey(from);
  const end = (key: string) => ({ key, namespace: wordsOfKey(key).namespace });
  const waysTo = (key: string) => connectWays(end(from), end(key));
  const targets = objects.filter(({ key, shadowed }) => !shadowed && waysTo(key).length > 0);
  const ways = to === null ? [] : waysTo(to);
  const way = ways.find(({ id }) => id === chosen) ?? ways[0];
  const action =
    to === null || way === undefined ? null : ({ do: 'connect', from, to, way: way.id } as const);
  const outcome = useOutcome(action);
  return (
    <TaskFrame
      title={`Connect ${source.title}`}
      description="A field of it names the other object."
      verb="Connect"
      action={action}
      outcome={outcome}
      none="Nothing else changes."
    >
      {targets.length === 0 ? (
        <p className="hint">There is no object that a field of it could name.</p>
      ) : (
        <div>
          <p className="lbl">To</p>
          <Select
            label="To"
            className="wide"
            value={to}
            placeholder="Choose an object"
            options={targets.map(({ key, kind, name, namespace }) => ({
              value: key,
              label: `${kind} ${name}${namespace === source.namespace || namespace === '' ? '' : ` in ${namespace}`}`,
            }))}
            onChange={setTo}
          />
        </div>
      )}
      {way === undefined ? null : (
        <div>
          <p className="lbl">By</p>
          <Select
            label="By"
            className="wide"
            value={way.id}
            options={ways.map(({ id, label }) => ({ value: id, label }))}
            onChange={setChosen}
          />
        </div>
      )}
    </TaskFrame>
  );
}
