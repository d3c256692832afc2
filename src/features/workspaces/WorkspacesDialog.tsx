import './workspaces.css';
import { Plus } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { emptyWorkspace, keeper, studio, useKeeper, useStudio } from '../../state/index.ts';
import { Button, Dialog, takeFocus } from '../../ui/index.ts';
import { ForgetButtons } from './ForgetButtons.tsx';
import { ForgetEverything } from './ForgetEverything.tsx';
import { KeptRow } from './KeptRow.tsx';

/** Every workspace that the device keeps: open, rename, duplicate, delete, begin another, forget them all. */
export function WorkspacesDialog() {
  const list = useKeeper((state) => state.list);
  const keepKeys = useKeeper((state) => state.keepKeys);
  const current = useStudio((state) => state.workspaceId);
  const [asked, setAsked] = useState<'nothing' | 'forget' | 'kept-it'>('nothing');
  const textId = useId();
  useEffect(() => {
    void keeper.flush().then(() => keeper.refresh());
  }, []);
  const keepIt = () => {
    setAsked('kept-it');
  };
  // One dialog for both: Escape goes back a layer, and the focus finds its way out of either.
  if (asked === 'forget')
    return (
      <Dialog
        open
        onClose={keepIt}
        title="Forget everything on this device"
        width={520}
        footer={<ForgetButtons textId={textId} onCancel={keepIt} />}
      >
        <ForgetEverything id={textId} count={list.length} />
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title="Workspaces on this device"
      description={
        keepKeys
          ? 'Kept in this browser, private keys encrypted. Nothing leaves the page.'
          : 'Kept in this browser, without private keys. Nothing leaves the page.'
      }
      width={620}
      footer={
        <>
          <Button
            variant="quiet"
            ref={asked === 'kept-it' ? takeFocus : null}
            onClick={() => {
              setAsked('forget');
            }}
          >
            Forget everything
          </Button>
          <span className="grow" />
          <Button icon={Plus} variant="primary" onClick={begin}>
            New workspace
          </Button>
        </>
      }
    >
      {list.length === 0 ? (
        <p className="note">Nothing is kept yet. What you open is kept as you work on it.</p>
      ) : (
        <ul className="kept" aria-label="Workspaces">
          {list.map((one) => (
            <KeptRow key={one.id} kept={one} current={one.id === current} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** The one on show stays kept; the welcome screen is where the next one begins. */
function begin(): void {
  studio.closeDialog();
  studio.setScreen('workspace');
  studio.update({ type: 'replace-workspace', label: 'New workspace', workspace: emptyWorkspace });
}
