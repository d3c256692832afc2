import './handshake.css';
import { useCallback, useState } from 'react';
import type { StepNumber } from '../../core/model/index.ts';
import {
  handshakeVerdict,
  studio,
  useAnalysis,
  useCurrentConnection,
  useCurrentHandshake,
  useStudio,
} from '../../state/index.ts';
import { Button, EmptyState, useMediaQuery } from '../../ui/index.ts';
import { missingPart } from '../../views/index.ts';
import { Ladder } from './Ladder.tsx';
import { partyNames } from './party-names.ts';
import { PanelBar, type LadderOrder } from './PanelBar.tsx';
import { useReplay } from './use-replay.ts';
import { VerdictBanner } from './VerdictBanner.tsx';
import { WireList } from './WireList.tsx';

/** One column, as in the frame's resize table. */
const NARROW = '(max-width: 639px)';

/** The handshake of the connection on show: verdict, the eleven steps, and the order on the wire. */
export function HandshakePanel() {
  const handshake = useCurrentHandshake();
  const connection = useCurrentConnection();
  const selection = useStudio((state) => state.view.selection);
  const maximised = useStudio((state) => state.view.dock === 'maximised');
  const narrow = useMediaQuery(NARROW);
  const [order, setOrder] = useState<LadderOrder>('guide');
  const connectionId = handshake?.connectionId ?? null;
  const select = useCallback(
    (step: StepNumber) => {
      if (connectionId === null) return;
      const selection = { kind: 'step', connectionId, step } as const;
      // On a small screen the evidence opens in the row: no sheet over it.
      if (narrow) studio.suggest(selection);
      else studio.select(selection);
    },
    [connectionId, narrow],
  );
  const replay = useReplay(select);
  if (handshake === null || connection === null) return <NoConnection />;
  const names = partyNames(handshake, connection);
  const selected = selection.kind === 'step' && selection.connectionId === connectionId;
  return (
    <div className="handshake">
      <VerdictBanner
        handshake={handshake}
        verdict={handshakeVerdict(handshake)}
        gateway={names.gateway}
        backend={names.backend}
      />
      <div className="hs-body">
        <PanelBar order={order} onOrder={setOrder} replay={replay} />
        {order === 'guide' ? (
          <Ladder
            handshake={handshake}
            names={names}
            selected={selected ? selection.step : null}
            upTo={replay.upTo}
            evidence={narrow ? 'brief' : maximised ? 'full' : 'elsewhere'}
            onSelect={select}
          />
        ) : (
          <WireList messages={handshake.wire} names={names} />
        )}
      </div>
    </div>
  );
}

function NoConnection() {
  const topology = useAnalysis(({ analysis }) => analysis?.topology ?? null);
  const way = topology === null ? null : (missingPart(topology)?.way ?? null);
  return (
    <EmptyState
      title="No connection to check yet"
      action={
        way === null ? undefined : (
          <Button
            onClick={() => {
              studio.openTask(way.task);
            }}
          >
            {way.label}
          </Button>
        )
      }
    >
      A connection needs a Gateway, an HTTPRoute or GRPCRoute that it accepts, and a Service. Add
      the manifests that are missing and the handshake appears here.
    </EmptyState>
  );
}
