import { outlookOf } from '../../../core/what-if/outlooks.ts';
import type { Forecast } from '../../../core/what-if/dates/types.ts';
import {
  useAnalysis,
  useCurrentConnection,
  useCurrentImplementation,
} from '../../../state/index.ts';
import { firstOutlook, verdictBand, type BandSpan } from './verdict-band.ts';

/** The verdict of the connection on show through the gateway on show over time; null while there is none. */
export function useBand(forecast: Forecast | null): readonly BandSpan[] | null {
  const connectionId = useCurrentConnection()?.connection.id;
  const implementation = useCurrentImplementation();
  const now = useAnalysis((state) =>
    state.analysis?.implementations
      .find((one) => one.implementation === implementation)
      ?.connections.find((one) => one.connectionId === connectionId),
  );
  if (forecast === null || connectionId === undefined || implementation === null) return null;
  // What is on show may be of another date than the one that the forecast begins with.
  const first =
    firstOutlook(forecast, connectionId, implementation) ??
    (now === undefined ? null : outlookOf(implementation, now));
  return first === null ? null : verdictBand(forecast, connectionId, first);
}
