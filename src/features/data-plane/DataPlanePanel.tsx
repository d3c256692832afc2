import './data-plane.css';
import type { DataPlaneAnswer } from '../../core/analysis/data-plane/types.ts';
import { studio, useAnalysis, useCurrentConnection } from '../../state/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
import { IMPLEMENTATION_IDS } from '../../core/model/index.ts';
import { implementationNames } from '../../views/index.ts';
import { Listing } from './Listing.tsx';
import { ListingHead } from './ListingHead.tsx';
import { useDataPlane } from './use-data-plane.ts';

/** The configuration that the gateway on show writes for the connection on show, each line with its field. */
export function DataPlanePanel() {
  const connection = useCurrentConnection();
  const analysed = useAnalysis((state) => state.analysis !== null);
  const { answer, slow, failure, askAgain } = useDataPlane();
  if (connection === null) return analysed ? <NoConnection /> : null;
  if (failure !== null) return <Failed reason={failure} onAskAgain={askAgain} />;
  if (answer === null) {
    return slow ? <EmptyState title="Writing the configuration" /> : null;
  }
  return <Answered answer={answer} slow={slow} />;
}

function Answered({ answer, slow }: { answer: DataPlaneAnswer; slow: boolean }) {
  switch (answer.kind) {
    case 'no-connection':
      return <NoConnection />;
    case 'unknown-gateway':
      return (
        <EmptyState title="Which gateway writes it is not known" action={<SimulateOn />}>
          Nothing in the files tells what runs Gateway {answer.gatewayName}
          {answer.evidence === '' ? '' : ` (${answer.evidence})`}. Say it under “gateway not
          recognised” next to the date, or see what one of these would write:
        </EmptyState>
      );
    case 'listing':
      return (
        <div className="dp">
          <ListingHead listing={answer} slow={slow} />
          {answer.lines.length === 0 ? (
            <NothingWritten />
          ) : (
            <Listing
              // A listing of another connection or gateway is another list: its stop starts anew.
              key={`${answer.implementation} ${answer.connectionId}`}
              listing={answer}
            />
          )}
        </div>
      );
    default:
      return answer satisfies never;
  }
}

function NothingWritten() {
  const mode = useCurrentConnection()?.mode;
  return (
    <EmptyState title="Nothing is written about TLS to this backend">
      {mode === 'blocked'
        ? 'The gateway refuses the backend of this connection and sends nothing for it.'
        : 'The connection is in plaintext.'}
    </EmptyState>
  );
}

function SimulateOn() {
  return (
    <div className="dp-try">
      {IMPLEMENTATION_IDS.map((id) => (
        <Button
          key={id}
          size="sm"
          onClick={() => {
            studio.setLens(id);
          }}
        >
          {implementationNames[id]}
        </Button>
      ))}
    </div>
  );
}

function NoConnection() {
  return (
    <EmptyState title="No connection yet">
      A connection needs a Gateway, a route that it accepts, and a backend. Add the manifests that
      are missing and the configuration appears here.
    </EmptyState>
  );
}

function Failed({ reason, onAskAgain }: { reason: string; onAskAgain: () => void }) {
  return (
    <EmptyState
      title="The configuration could not be written"
      action={
        <Button size="sm" onClick={onAskAgain}>
          Ask again
        </Button>
      }
    >
      {reason}
    </EmptyState>
  );
}
