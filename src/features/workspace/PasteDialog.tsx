import { useState } from 'react';
import { studio, useStudio } from '../../state/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { pastedFile } from './intake/pasted-file.ts';
import { takeIn } from './intake/take-in.ts';

/** A place to paste text: the twin of pasting anywhere, for those who look for a field. */
export function PasteDialog() {
  const open = useStudio((state) => state.view.dialog === 'paste');
  return open ? <OpenPasteDialog /> : null;
}

function OpenPasteDialog() {
  const [text, setText] = useState('');
  const empty = text.trim() === '';
  const add = () => {
    studio.closeDialog();
    void takeIn(Promise.resolve([pastedFile(text)]), 'Paste');
  };
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title="Paste text"
      description="YAML, a guide with kubectl commands, PEM, or the output of openssl. Several documents at once are fine."
      footer={
        <>
          <Button variant="quiet" onClick={studio.closeDialog}>
            Cancel
          </Button>
          <Button variant="primary" inactive={empty} onClick={add}>
            Add to the workspace
          </Button>
        </>
      }
    >
      <label className="vh" htmlFor="paste-text">
        Text to add
      </label>
      <textarea
        id="paste-text"
        className="input mono"
        rows={14}
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
    </Dialog>
  );
}
