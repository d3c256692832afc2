import type { CertificateSummary } from '../../../core/analysis/types.ts';
import { outlookOf } from '../../../core/what-if/outlooks.ts';
import type { Forecast } from '../../../core/what-if/dates/types.ts';
import type { Outlook } from '../../../core/what-if/types.ts';
import {
  useAnalysis,
  useCurrentConnection,
  useCurrentImplementation,
} from '../../../state/index.ts';
import {
  CertificateBars,
  formatDate,
  placeOnAxis,
  timeAxis,
  type TimeAxis,
} from '../../../views/index.ts';
import { verdictBand, type BandSpan } from './verdict-band.ts';

const none: readonly CertificateSummary[] = [];

/** One bar for each certificate under the verdict of the connection on show, all on one axis. */
export function CertificateAxis({ forecast }: { forecast: Forecast }) {
  const certificates = useAnalysis((state) => state.analysis?.certificates ?? none);
  const { from, points } = forecast;
  const axis = timeAxis(from, points[0]?.at ?? from);
  return (
    <CertificateBars certificates={certificates} axis={axis} at={from}>
      <VerdictBand forecast={forecast} axis={axis} />
    </CertificateBars>
  );
}

/** What the gateway on show makes of the connection on show, over time. */
function VerdictBand({ forecast, axis }: { forecast: Forecast; axis: TimeAxis }) {
  const connectionId = useCurrentConnection()?.connection.id;
  const implementation = useCurrentImplementation();
  const today = useToday(connectionId, implementation);
  if (connectionId === undefined || today === null) return null;
  const spans = verdictBand(forecast, connectionId, today);
  return (
    <li>
      <span className="nm strong">Verdict</span>
      <span className="wi-band" role="img" aria-label={spans.map(spanWords).join('; ')}>
        {spans.map((span) => {
          const start = placeOnAxis(axis, span.from);
          const end = placeOnAxis(axis, span.to ?? axis.end);
          const style = { left: `${String(start)}%`, width: `${String(end - start)}%` };
          return (
            <span key={span.from} className={`v-${span.outlook.verdict}`} style={style}>
              {span.outlook.headline}
            </span>
          );
        })}
      </span>
    </li>
  );
}

function useToday(
  connectionId: string | undefined,
  implementation: Outlook['implementation'] | null,
): Outlook | null {
  const own = useAnalysis((state) =>
    state.analysis?.implementations
      .find((one) => one.implementation === implementation)
      ?.connections.find((one) => one.connectionId === connectionId),
  );
  return own === undefined || implementation === null ? null : outlookOf(implementation, own);
}

function spanWords({ from, outlook }: BandSpan): string {
  return `From ${formatDate(from)}: ${outlook.headline}`;
}
