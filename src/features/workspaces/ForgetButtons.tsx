import { forgetDevice } from '../../state/index.ts';
import { Button, takeFocus } from '../../ui/index.ts';

/** The way back, which has the focus, and the way on. `textId` names what is erased. */
export function ForgetButtons({ textId, onCancel }: { textId: string; onCancel: () => void }) {
  return (
    <>
      <Button variant="quiet" ref={takeFocus} aria-describedby={textId} onClick={onCancel}>
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
  );
}
