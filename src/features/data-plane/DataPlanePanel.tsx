import './data-plane.css';
import type { DataPlaneAnswer } from '../../core/analysis/data-plane/types.ts';
import { useAnalysis, useCurrentConnection } from '../../state/index.ts';
import { Button, EmptyState } from '../../ui/index.ts';
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
        <EmptyState title="Which gateway writes it is not known">
          Nothing in the files tells what runs Gateway {answer.gatewayName}
          {answer.evidence === '' ? '' : ` (${answer.evidence})`}. Say it under “gateway not
          recognised” beside the date, or simulate one by its tab above.
        </EmptyState>
      );
    case 'listing':
      return (
        <div className="dp">
          <ListingHead listing={answer} slow={slow} />
          {answer.lines.length === 0 ? (
            <EmptyState title="Nothing is written about TLS to this backend">
              The connection is in plaintext, or the gateway refuses its backend and sends nothing
              for it.
            </EmptyState>
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
