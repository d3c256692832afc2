import { wordsOfKey } from './object-words.ts';
import { TaskFrame } from './TaskFrame.tsx';
import { useOutcome } from './use-outcome.ts';

/** Writes an object that is named and in no file. */
export function CreateTask({ objectKey }: { objectKey: string }) {
  const { title, namespace } = wordsOfKey(objectKey);
  const action = { do: 'create', key: objectKey } as const;
  const outcome = useOutcome(action);
  const where = namespace === '' ? '' : ` in namespace ${namespace}`;
  return (
    <TaskFrame
      title={`Create ${title}`}
      description={`It is written${where} with the least that the API server takes, and with what is asked of it where it is named.`}
      verb="Create"
      action={action}
      outcome={outcome}
      none="Nothing else changes: what names it finds it then."
    />
  );
}
