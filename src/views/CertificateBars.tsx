import './certificate-bars.css';
import type { ReactNode } from 'react';
import type { CertificateSummary } from '../core/analysis/types.ts';
import { Glyph } from './glyphs/index.ts';
import { placeOnAxis, yearsOn, type TimeAxis } from './time-axis.ts';
import { ValidityBar } from './ValidityBar.tsx';

/** One bar for each certificate on a common axis with its years; those that end first come first. */
export function CertificateBars(props: {
  certificates: readonly CertificateSummary[];
  axis: TimeAxis;
  /** The as-of date, milliseconds. */
  at: number;
  /** Rows above the bars. */
  children?: ReactNode;
}) {
  const { certificates, axis, at, children } = props;
  const ordered = [...certificates].sort((a, b) => (a.notAfter ?? 0) - (b.notAfter ?? 0));
  return (
    <ul className="cert-bars">
      {children}
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
