import type { CertificateSummary } from '../../core/analysis/types.ts';
import { formatDate, placeOnAxis, yearsOn, type TimeAxis } from '../../views/index.ts';

const width = 188;
/** Half of a year's four figures: a year at an end of the axis stays whole. */
const half = 12;

/** A small timeline: a tick for the end of every certificate, a ring for the as-of date. */
export function Timeline(props: {
  axis: TimeAxis;
  at: number;
  certificates: readonly CertificateSummary[];
}) {
  const { axis, at, certificates } = props;
  const x = (moment: number) => (placeOnAxis(axis, moment) / 100) * width;
  const ends = certificates.flatMap(({ id, notAfter }) =>
    notAfter !== null && notAfter <= axis.end && notAfter >= axis.start ? [{ id, notAfter }] : [],
  );
  const firstPast = ends.map((one) => one.notAfter).filter((end) => end < at);
  const label =
    ends.length === 0
      ? 'Timeline without expiry dates'
      : `Expiry dates: ${ends.map((one) => formatDate(one.notAfter)).join(', ')}`;
  return (
    <svg className="timeline" viewBox={`0 0 ${String(width)} 30`} role="img" aria-label={label}>
      <path className="rail" d={`M0 15H${String(width)}`} />
      {firstPast.length === 0 ? null : (
        <path className="past" d={`M${String(x(Math.min(...firstPast)))} 15H${String(x(at))}`} />
      )}
      {yearsOn(axis).map(({ year, at: moment }) => (
        <g key={year}>
          <path className="year" d={`M${String(x(moment))} 12v6`} />
          <text x={Math.min(Math.max(x(moment), half), width - half)} y="29" textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      {ends.map(({ id, notAfter }) => (
        <path
          key={id}
          className={notAfter < at ? 'end past' : 'end'}
          d={`M${String(x(notAfter))} 12.5l-3.4-5.6h6.8Z`}
        />
      ))}
      <circle className="at" cx={x(at)} cy="15" r="5.5" />
    </svg>
  );
}
