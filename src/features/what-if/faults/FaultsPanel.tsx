import { useMemo, useState } from 'react';
import type { FaultId, FaultOffer } from '../../../core/what-if/faults/types.ts';
import type { AskedConnection } from '../../../core/what-if/questions.ts';
import { askWhatIf, studio } from '../../../state/index.ts';
import { EmptyState } from '../../../ui/index.ts';
import { useAskedConnection } from '../use-asked-connection.ts';
import { failureText, Waiting } from '../../../views/index.ts';
import { useWhatIf } from '../use-what-if.ts';

/** Faults to try on the connection on show. Choosing one closes the dialog and shows what it comes to. */
export function FaultsPanel() {
  const connection = useAskedConnection();
  const question = useMemo(
    () => (connection === null ? null : ({ kind: 'fault-menu', ...asked(connection) } as const)),
    [connection],
  );
  const menu = useWhatIf(question);
  const [failure, setFailure] = useState<string | null>(null);
  if (connection === null) {
    return <EmptyState title="No connection yet">A fault needs a connection to break.</EmptyState>;
  }
  if (menu.answer?.kind !== 'fault-menu') {
    return <Waiting asked={menu} label="Looking at the connection" />;
  }
  const choose = (fault: FaultId) => {
    tryFault(fault, connection).catch((fault_: unknown) => {
      setFailure(failureText(fault_));
    });
  };
  return (
    <section aria-label="Faults">
      <p className="wi-lead">
        On <b className="strong">{connection.label}</b>. Certificates that a fault needs are issued
        in memory.
      </p>
      {failure === null ? null : <p role="alert">{failure}</p>}
      <ul className="wi-faults">
        {menu.answer.offers.map((offer) => (
          <li key={offer.id}>
            <FaultButton offer={offer} onChoose={choose} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FaultButton(props: { offer: FaultOffer; onChoose: (fault: FaultId) => void }) {
  const { offer, onChoose } = props;
  const { id, title, does, refusal } = offer;
  return (
    <button
      type="button"
      aria-disabled={refusal === null ? undefined : true}
      onClick={() => {
        if (refusal === null) onChoose(id);
      }}
    >
      <b className="strong">{title}</b>
      <span>{refusal ?? does}</span>
    </button>
  );
}

function asked({ workspace, lens, connectionId }: AskedConnection): AskedConnection {
  return { workspace, lens, connectionId };
}

/** Makes the variant and puts it on show. */
async function tryFault(fault: FaultId, connection: AskedConnection): Promise<void> {
  const answer = await askWhatIf({ kind: 'fault', fault, ...asked(connection) }).answer;
  if (answer.kind !== 'fault') return;
  studio.closeDialog();
  studio.simulate(answer.variant);
  studio.setDockTab('handshake');
}
