import { readBrowserFile } from './read-browser-file.ts';
import { takeIn } from './take-in.ts';

/** Opens the browser's file dialog, for files or for a whole folder, and reads what is chosen. */
export function openFilePicker(what: 'files' | 'folder'): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.webkitdirectory = what === 'folder';
  input.hidden = true;
  // In the document, so that it lives until the dialog is answered and tests can reach it.
  document.body.append(input);
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    input.remove();
    void takeIn(
      Promise.all(files.map((file) => readBrowserFile(file, file.webkitRelativePath || file.name))),
      'Open',
    );
  });
  input.addEventListener('cancel', () => {
    input.remove();
  });
  input.click();
}
