import type { Forecast } from '../../../core/what-if/dates/types.ts';
import type { Outlook } from '../../../core/what-if/types.ts';

/** A span of time with one outlook; the last one has no end. */
export interface BandSpan {
  readonly from: number;
  readonly to: number | null;
  readonly outlook: Outlook;
}

/** What a connection came to before its first turn; null when it never turns. */
export function firstOutlook(
  { points }: Forecast,
  connectionId: string,
  implementation: Outlook['implementation'],
): Outlook | null {
  const turns = points.flatMap((point) => point.turns);
  const first = turns.find(
    (turn) => turn.connectionId === connectionId && turn.after.implementation === implementation,
  );
  return first?.before ?? null;
}

/** The first span after a moment in which the connection fails; null when there is none. */
export function nextBreak(spans: readonly BandSpan[], at: number): BandSpan | null {
  return spans.find(({ from, outlook }) => from > at && outlook.verdict === 'error') ?? null;
}

/**
 * The outlook of one connection through one implementation over time.
 *
 * @param today what it is on the date of the forecast
 */
export function verdictBand(
  { from, points }: Forecast,
  connectionId: string,
  today: Outlook,
): readonly BandSpan[] {
  const turns = points.flatMap(({ at, turns: all }) =>
    all
      .filter(
        (turn) =>
          turn.connectionId === connectionId && turn.after.implementation === today.implementation,
      )
      .map(({ after }) => ({ at, outlook: after })),
  );
  const starts = [{ at: from, outlook: today }, ...turns];
  return starts.map(({ at, outlook }, index) => ({
    from: at,
    to: starts[index + 1]?.at ?? null,
    outlook,
  }));
}
