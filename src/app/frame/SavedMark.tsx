import { useKeeper, type KeepState } from '../../state/index.ts';
import { classNames } from '../../ui/index.ts';

const words: Readonly<Record<KeepState['saved'], string | null>> = {
  none: null,
  saving: 'Saving',
  saved: 'Saved',
  refused: 'Not saved',
};

/** Whether the workspace as it stands is kept on the device: a full dot, an open one while it is not yet. */
export function SavedMark() {
  const saved = useKeeper((state) => state.saved);
  const text = words[saved];
  if (text === null) return null;
  return <span className={classNames('saved', saved === 'saved' ? 'kept' : saved)}>{text}</span>;
}
