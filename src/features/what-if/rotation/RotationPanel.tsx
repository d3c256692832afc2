import { useEffect, useMemo, useState } from 'react';
import type { AskedConnection } from '../../../core/what-if/questions.ts';
import type { RotationSide } from '../../../core/what-if/rotation/types.ts';
import { useStudio } from '../../../state/index.ts';
import { Button, EmptyState, SegmentedControl } from '../../../ui/index.ts';
import { useAskedConnection } from '../use-asked-connection.ts';
import { Waiting } from '../../../views/index.ts';
import { useWhatIf } from '../use-what-if.ts';
import { OrderTables } from './OrderTables.tsx';
import { useRehearsal, type Rehearsal } from './rehearsal-store.ts';
import { RotationSteps } from './RotationSteps.tsx';

const segments = [
  { value: 'server', label: 'CA of the backend' },
  { value: 'client', label: 'CA of the gateway' },
] as const;

/** Rehearses the rotation of one of the two CAs of the connection on show. */
export function RotationPanel() {
  const connection = useAskedConnection();
  const kept = useRehearsal((state) => state.rehearsal);
  const [side, setSide] = useState<RotationSide>(kept?.question.side ?? 'server');
  if (connection === null) {
    return (
      <EmptyState title="No connection yet">A rotation needs a connection to rehearse.</EmptyState>
    );
  }
  return (
    <section aria-label="Rotation">
      <SegmentedControl
        label="Which CA is rotated"
        value={side}
        segments={segments}
        onChange={setSide}
      />
      <Side key={side} side={side} connection={connection} />
    </section>
  );
}

/** The rehearsal of one side: the one that is kept, as long as it is about this connection, else a new one. */
function Side(props: { side: RotationSide; connection: AskedConnection & { label: string } }) {
  const { side, connection } = props;
  const { rehearsal, keep } = useRehearsal();
  const { connectionId, lens } = connection;
  const fits =
    rehearsal?.question.side === side &&
    rehearsal.question.connectionId === connectionId &&
    rehearsal.question.lens === lens;
  if (fits) {
    return (
      <Rehearsed
        rehearsal={rehearsal}
        label={connection.label}
        onAgain={() => {
          keep(null);
        }}
      />
    );
  }
  return <Rehearsing side={side} connection={connection} />;
}

function Rehearsing({ side, connection }: { side: RotationSide; connection: AskedConnection }) {
  const keep = useRehearsal((state) => state.keep);
  const { workspace, lens, connectionId } = connection;
  const question = useMemo(
    () => ({ kind: 'rotation', side, workspace, lens, connectionId }) as const,
    [side, workspace, lens, connectionId],
  );
  const asked = useWhatIf(question);
  const { answer } = asked;
  useEffect(() => {
    if (answer?.kind === 'rotation') keep({ question, rotation: answer.rotation });
  }, [answer, question, keep]);
  return <Waiting asked={asked} label="Playing every state of the rotation" />;
}

function Rehearsed(props: { rehearsal: Rehearsal; label: string; onAgain: () => void }) {
  const { rehearsal, label, onAgain } = props;
  const { rotation, question } = rehearsal;
  const documents = useStudio((state) => state.workspace);
  if (rotation.kind === 'refused') {
    return (
      <>
        <p className="wi-lead" role="status">
          {rotation.reason}
        </p>
        {documents === question.workspace ? null : (
          <Button size="sm" onClick={onAgain}>
            Look again
          </Button>
        )}
      </>
    );
  }
  return (
    <>
      <p className="wi-lead">
        On <b className="strong">{label}</b>, from <b className="strong">{rotation.oldCa}</b> to{' '}
        <b className="strong">{rotation.newCa}</b>. The key of the new CA is not kept: in the
        cluster, issue with your own.
      </p>
      <RotationSteps rotation={rotation} start={question.workspace} onAgain={onAgain} />
      <OrderTables rotation={rotation} />
    </>
  );
}
