import type { EdgeVia } from './draft.ts';
import type { PlacedNode, Slot } from './grid.ts';
import type { PlanPoint, Stripe } from './plan.ts';
import { across, jog, middleX, middleY, rightOf, slipInto, stepAcross } from './shapes.ts';
import { turnInto, turnOut, upright, weave } from './shapes.ts';
import { channelIndex } from './tracks.ts';

/** Distances of ports from a node's corner, as in the design's drawing. */
const PORT = { clientCertificate: 136, settings: 44, listener: 60, policyRight: 28, policyEnd: 46 };

interface Local {
  readonly a: PlacedNode;
  readonly b: PlacedNode;
  readonly channel: Stripe;
  readonly leave: Stripe;
  readonly enter: Stripe;
}

/**
 * Lines to try between two nodes of one strip, the prettiest first. None of them is promised to be
 * clear; where all are blocked the line takes an outer lane.
 */
export function localShapes(
  via: EdgeVia,
  a: PlacedNode,
  b: PlacedNode,
  slots: readonly Slot[],
): readonly (readonly PlanPoint[])[] {
  const local = localOf(a, b, slots);
  switch (via) {
    case 'parent':
      return parentShapes(local);
    case 'backend':
      return [turnOut(a, b, middleX(b)), jogBetween(local, middleX(a), middleX(b))];
    case 'policy-target':
      return policyShapes(local);
    case 'client-certificate':
      return [
        upright(a, b, a.x + PORT.clientCertificate),
        ...sideways(local),
        jogBetween(local, middleX(a), middleX(b)),
      ];
    case 'above':
      return [upright(a, b, a.x + PORT.settings), ...sideways(local)];
    case 'below':
      return [upright(a, b, a.x + PORT.listener), ...sideways(local)];
    case 'grant':
      return [jogBetween(local, middleX(a), rightOf(b) - PORT.settings), ...sideways(local)];
    case 'selector':
      return sideways(local);
    case 'trust':
      return [...sideways(local), ...stacked(local, 12)];
    case 'verifies':
      return [...sideways(local), ...stacked(local, 44)];
    case 'mount':
      return [];
    default:
      return via satisfies never;
  }
}

function localOf(a: PlacedNode, b: PlacedNode, slots: readonly Slot[]): Local {
  const wide = a.node.row === 'client-identity' && b.node.row === 'client-identity';
  const rank = wide ? 1 : Math.min(a.node.rank, b.node.rank);
  return {
    a,
    b,
    channel: { stripe: 'channel', index: channelIndex(a.strip, rank) },
    leave: { stripe: 'corridor', index: a.y < b.y ? a.slot + 1 : a.slot },
    enter: { stripe: 'corridor', index: a.y < b.y ? b.slot : nextSlot(b, slots) },
  };
}

/** The corridor below a slot is the one above the next. */
function nextSlot({ slot }: PlacedNode, slots: readonly Slot[]): number {
  return Math.min(slot + 1, slots.length);
}

/** `a` is the route, `b` its Gateway: drawn from the field, read the other way round. */
function parentShapes({ a, b, channel }: Local): readonly (readonly PlanPoint[])[] {
  const up = turnInto(b, a, middleX(b));
  const enter: Stripe = { stripe: 'corridor', index: b.slot };
  const around = slipInto(b, a, b.x + PORT.clientCertificate, { leave: enter, channel });
  return [up.toReversed(), around.toReversed()];
}

function policyShapes({ a, b, channel, leave, enter }: Local): readonly (readonly PlanPoint[])[] {
  const ports = { from: rightOf(a) - PORT.policyRight, to: b.x + PORT.policyEnd };
  if (a.y < b.y) return [];
  const above: Stripe = { stripe: 'corridor', index: a.slot };
  return [jog(a, b, ports, above), weave(a, b, ports, { leave, channel, enter })];
}

/** Only for nodes on different ranks: across, or across with a step. */
function sideways({ a, b, channel }: Local): readonly (readonly PlanPoint[])[] {
  if (a.node.rank === b.node.rank) return [];
  if (middleY(a) === middleY(b)) return [across(a, b)];
  return a.node.row === b.node.row ? [stepAcross(a, b, channel)] : [];
}

/** For a backend that stands right above the CA it names or is checked against: side by side if both. */
function stacked({ a, b }: Local, shift: number): readonly (readonly PlanPoint[])[] {
  return a.node.rank === b.node.rank ? [upright(a, b, middleX(a) + shift)] : [];
}

function jogBetween({ a, b, enter }: Local, from: number, to: number): readonly PlanPoint[] {
  return jog(a, b, { from, to }, enter);
}
