import type { ImplementationVerdict } from '../../core/analysis/types.ts';
import { studio } from '../../state/index.ts';
import { Button, VerdictShape } from '../../ui/index.ts';
import type { StatusEntry } from './status-entries.ts';

/** Says that met conditions do not make a handshake: no controller judges what the certificates prove. */
export function MetYetFailing(props: {
  entries: readonly StatusEntry[];
  shown: readonly ImplementationVerdict[];
}) {
  const { entries, shown } = props;
  const failing = shown.find(({ verdict }) => verdict === 'error');
  const isMet = entries.every(({ lists }) => lists.every(({ verdict }) => verdict !== 'error'));
  if (failing === undefined || !isMet) return null;
  return (
    <p className="st-note">
      <VerdictShape shape="error" size="s" />
      <span className="grow">
        Every condition is met, and yet: {failing.headline}. No condition tells what certificates
        prove.
      </span>
      <Button
        size="sm"
        onClick={() => {
          studio.setDockTab('handshake');
        }}
      >
        Show the handshake
      </Button>
    </p>
  );
}
