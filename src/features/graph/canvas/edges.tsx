import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { classNames } from '../../../ui/index.ts';
import type { LeadFlowEdge, LineFlowEdge, ReferenceFlowEdge } from './flow-elements.ts';
import { arrowHead, roundedPath, trimmed } from './rounded-path.ts';

/** Space between an arrow's tip and the node, and the size of its head. */
const TIP = 1.5;
const HEAD = { length: 6, half: 3.2 };

/** A field that names another object: solid, with the name of the field. */
export const ReferenceLine = memo(function ReferenceLine({ data }: EdgeProps<ReferenceFlowEdge>) {
  const { edge, route, standing } = data;
  const drawn = edge.arrow === 'target' ? route : route.toReversed();
  const tip = trimmed(drawn, 0, TIP);
  return (
    <g className={classNames('ref', standing, (edge.ghost || edge.denied) && 'broken')}>
      <path className="e" d={roundedPath(trimmed(drawn, 0, TIP + HEAD.length - 1))} />
      <path className="head" d={arrowHead(tip, HEAD.length, HEAD.half)} />
      {edge.labelAt === null ? null : (
        <text x={edge.labelAt.x} y={edge.labelAt.y}>
          {edge.label}
        </text>
      )}
    </g>
  );
});

/** From what is presented to what it is checked against: dotted, in the colour of the verdict. */
export const VerifiesLine = memo(function VerifiesLine({ data }: EdgeProps<LineFlowEdge>) {
  const { edge, route, standing } = data;
  return (
    <path
      className={classNames('v', `v-${edge.verdict}`, standing)}
      d={roundedPath(trimmed(route, 6, 6))}
    />
  );
});

/** A pipe that joins a tube to a gateway or backend in another line. */
export const LeadLine = memo(function LeadLine({ data }: EdgeProps<LeadFlowEdge>) {
  const { route, plain, standing } = data;
  return <path className={classNames('lead', plain && 'open', standing)} d={roundedPath(route)} />;
});
