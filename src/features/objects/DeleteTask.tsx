import { wordsOfKey } from './object-words.ts';
import { TaskFrame } from './TaskFrame.tsx';
import { useOutcome } from './use-outcome.ts';

/** Tells what will name nothing, and deletes. */
export function DeleteTask({ objectKey }: { objectKey: string }) {
  const { title } = wordsOfKey(objectKey);
  const action = { do: 'delete', key: objectKey } as const;
  const outcome = useOutcome(action);
  return (
    <TaskFrame
      title={`Delete ${title}`}
      description="It is taken out of its file. Undo brings it back."
      verb="Delete"
      action={action}
      outcome={outcome}
      none="Nothing names it."
    />
  );
}
