import { forgetDevice, studio } from '../../state/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { count as counted } from '../../views/index.ts';

/** Says what is erased before it is. */
export function ForgetEverything({ count, onCancel }: { count: number; onCancel: () => void }) {
  return (
    <Dialog
      open
      onClose={studio.closeDialog}
      title="Forget everything on this device"
      width={520}
      footer={
        <>
          <Button variant="quiet" onClick={onCancel}>
            Keep it
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              void forgetDevice();
            }}
          >
            Forget everything
          </Button>
        </>
      }
    >
      <p>This erases from this browser, for good:</p>
      <ul className="kept-forget">
        <li>{counted(count, 'workspace')}, the one on show included</li>
        <li>encrypted private keys and the key that opens them</li>
        <li>settings: theme, panel sizes, shortcuts</li>
      </ul>
      <p>
        The page then starts anew. Files on your disk stay as they are. A workspace that is open in
        another tab is kept again when it is changed there.
      </p>
    </Dialog>
  );
}
