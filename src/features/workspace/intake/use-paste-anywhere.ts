import { useEffect } from 'react';
import { studio } from '../../../state/index.ts';
import { isTextTarget } from '../../../ui/index.ts';
import { filesOfDrop } from './files-of-drop.ts';
import { pastedFile } from './pasted-file.ts';
import { takeIn } from './take-in.ts';

/** Reads what is pasted anywhere on the page, except where text is edited or a dialog is open. */
export function usePasteAnywhere(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      if (isTextTarget(target) || clipboardData === null) return;
      if (studio.store.getState().view.dialog !== 'none') return;
      if (clipboardData.files.length > 0) {
        event.preventDefault();
        void takeIn(filesOfDrop(clipboardData), 'Paste');
        return;
      }
      const text = clipboardData.getData('text/plain');
      if (text.trim() === '') return;
      event.preventDefault();
      void takeIn(Promise.resolve([pastedFile(text)]), 'Paste');
    };
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('paste', onPaste);
    };
  }, []);
}
