import { connectWays, type ConnectWay } from '../../core/edits/connect-ways.ts';

/** How two objects can be connected: who names whom, and by which fields. */
export interface ConnectionBetween {
  readonly from: string;
  readonly to: string;
  readonly ways: readonly ConnectWay[];
}

/** What a line drawn from one object to another means: the first names the second, or else the second the first. */
export function connectionBetween(start: string, end: string): ConnectionBetween | null {
  const out = connectWays(endOf(start), endOf(end));
  if (out.length > 0) return { from: start, to: end, ways: out };
  const back = connectWays(endOf(end), endOf(start));
  return back.length > 0 ? { from: end, to: start, ways: back } : null;
}

function endOf(key: string) {
  return { key, namespace: key.split('/')[2] ?? '' };
}
