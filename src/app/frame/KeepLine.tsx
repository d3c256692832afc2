import { keeper, useKeeper, type KeepNotice } from '../../state/index.ts';
import { Button } from '../../ui/index.ts';
import { count } from '../../views/index.ts';
import { BannerLine } from './BannerLine.tsx';

/** What became of the workspace on the device, where the user has to know. */
export function KeepLine() {
  const notice = useKeeper((state) => state.notice);
  if (notice === null) return null;
  return (
    <BannerLine
      fault={notice.kind === 'refused' || notice.kind === 'unreadable'}
      text={keepText(notice)}
    >
      {notice.kind === 'elsewhere' ? (
        <Button
          size="sm"
          onClick={() => {
            keeper.dismissNotice();
            void keeper.duplicate(notice.id, true);
          }}
        >
          Open a copy
        </Button>
      ) : null}
      <Button
        size="sm"
        variant="quiet"
        onClick={() => {
          keeper.dismissNotice();
        }}
      >
        Dismiss
      </Button>
    </BannerLine>
  );
}

/** The notice in words: what happened, then what to do. */
export function keepText(notice: KeepNotice): string {
  switch (notice.kind) {
    case 'restored':
      return notice.removed === 0
        ? `${notice.name} is back as it was kept on this device.`
        : `${notice.name} is back, without ${count(notice.removed, 'private key')}: drop the files that hold them again.`;
    case 'elsewhere':
      return `${notice.name} is open in another tab. Two tabs do not write the same workspace.`;
    case 'copied':
      return `${notice.name} is open in another tab. This tab goes on with a copy of its own.`;
    case 'unreadable':
      return notice.reason === 'newer'
        ? `A newer version of this page kept ${notice.name}. It stays on the device as it is; reload to get that version.`
        : `${notice.name} cannot be read back: what the device kept is damaged.`;
    case 'refused':
      return notice.reason === 'full'
        ? 'There is no room left to keep this workspace on the device. Delete another one, or export this one.'
        : 'This browser does not let the page keep anything on the device. All works on, but a reload loses the workspace: export it to keep it.';
    default:
      return notice satisfies never;
  }
}
