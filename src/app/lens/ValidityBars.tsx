import type { CertificateSummary } from '../../core/analysis/types.ts';
import { Glyph, placeOnAxis, timeAxis, ValidityBar, yearsOn } from '../../views/index.ts';

/** One bar for each certificate on a common axis; those that end first come first. */
export function ValidityBars(props: {
  at: number;
  now: number;
  certificates: readonly CertificateSummary[];
}) {
  const { at, now, certificates } = props;
  const axis = timeAxis(now, at);
  const ordered = [...certificates].sort((a, b) => (a.notAfter ?? 0) - (b.notAfter ?? 0));
  if (ordered.length === 0) {
    return <p className="hint">There are no certificates among the files.</p>;
  }
  return (
    <ul className="asof-bars">
      {ordered.map((certificate) => (
        <li key={certificate.id}>
          <span className="nm">
            <Glyph name="certificate" />
            <span className="trunc" title={certificate.title}>
              {certificate.title}
            </span>
          </span>
          <ValidityBar certificate={certificate} axis={axis} at={at} />
        </li>
      ))}
      <li className="years" aria-hidden="true">
        <span />
        <span className="axis">
          {yearsOn(axis).map(({ year, at: moment }) => (
            <span key={year} style={{ left: `${String(placeOnAxis(axis, moment))}%` }}>
              {year}
            </span>
          ))}
        </span>
      </li>
    </ul>
  );
}
