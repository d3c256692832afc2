import { formatDate, placeOnAxis, verdictWords, type TimeAxis } from '../../../views/index.ts';
import type { BandSpan } from './verdict-band.ts';

/** What the gateway on show makes of the connection on show, over time: the first row above the bars of the certificates. */
export function VerdictBand(props: {
  /** Null while the dates are judged. */
  spans: readonly BandSpan[] | null;
  axis: TimeAxis;
  /** The as-of date, milliseconds. */
  at: number;
}) {
  const { spans, axis, at } = props;
  return (
    <li>
      <span className="nm strong">Verdict</span>
      {spans === null ? (
        <span className="wi-band mut">Judging every date</span>
      ) : (
        <span className="wi-band" role="img" aria-label={spans.map(spanWords).join('; ')}>
          {spans.map((span) => {
            const start = placeOnAxis(axis, span.from);
            const end = placeOnAxis(axis, span.to ?? axis.end);
            const style = { left: `${String(start)}%`, width: `${String(end - start)}%` };
            return (
              <span
                key={span.from}
                className={`v-${span.outlook.verdict}`}
                style={style}
                title={span.outlook.headline}
              >
                <span className="long">{span.outlook.headline}</span>
                <span className="short">{shortWords(span)}</span>
              </span>
            );
          })}
          <i style={{ left: `${String(placeOnAxis(axis, at))}%` }} />
        </span>
      )}
    </li>
  );
}

/** For a span that is too narrow for the headline: the number of the step is what must not be cut off. */
function shortWords({ outlook: { verdict, step } }: BandSpan): string {
  return verdict === 'error' && step !== null ? `Step ${String(step)}` : verdictWords[verdict];
}

function spanWords({ from, outlook }: BandSpan): string {
  return `From ${formatDate(from)}: ${outlook.headline}`;
}
