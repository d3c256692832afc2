import { useViewport } from '@xyflow/react';
import { memo } from 'react';
import type { Lane, Row, Topology } from '../../../core/topology/types.ts';
import { classNames } from '../../../ui/index.ts';
import type { Stripe } from './lines-in-sight.ts';

const ROW_WORDS: Readonly<Record<Row, { readonly title: string; readonly note?: string }>> = {
  routing: { title: 'Routing' },
  traffic: { title: '' },
  'server-identity': { title: 'Server identity', note: 'gateway verifies' },
  'client-identity': { title: 'Client identity', note: 'backend verifies' },
};

/** The rows behind the nodes. The picture's words are in the outline and in the nodes' names. */
export function Lanes({ topology, stripe }: { topology: Topology; stripe: Stripe }) {
  const { x, y, zoom } = useViewport();
  return (
    <div
      className="lanes"
      aria-hidden="true"
      style={{ transform: `translate(${String(x)}px, ${String(y)}px) scale(${String(zoom)})` }}
    >
      <LaneBands topology={topology} stripe={stripe} />
    </div>
  );
}

const LaneBands = memo(function LaneBands(props: { topology: Topology; stripe: Stripe }) {
  const { topology, stripe } = props;
  const { lanes, loose } = topology;
  const inSight = ({ y, height }: { y: number; height: number }): boolean =>
    y < stripe.to && y + height > stripe.from;
  return (
    <>
      {lanes.filter(inSight).map((lane) => (
        <Band key={lane.y} lane={lane} />
      ))}
      {loose && inSight(loose) ? (
        <div className="band loose" style={{ top: loose.y, height: loose.height }}>
          <span className="band-l" style={{ top: 7 }}>
            <b>Not connected</b>
          </span>
        </div>
      ) : null}
    </>
  );
});

function Band({ lane }: { lane: Lane }) {
  const { title, note } = ROW_WORDS[lane.row];
  const above = lane.label === 'top';
  const top = above ? 4 : lane.row === 'server-identity' ? 38 : 24;
  return (
    <div className={classNames('band', lane.row)} style={{ top: lane.y, height: lane.height }}>
      {title === '' ? null : (
        <span className={classNames('band-l', above && 'above')} style={{ top }}>
          <b>{title}</b>
          {above ? null : note}
        </span>
      )}
    </div>
  );
}
