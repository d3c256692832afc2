import './certificate.css';
import type { CertificateSummary } from '../core/analysis/types.ts';
import { classNames } from '../ui/index.ts';
import { formatDate } from './format/format-date.ts';
import { validityState, validityWords } from './format/validity.ts';
import { placeOnAxis, type TimeAxis } from './time-axis.ts';

/** A certificate's validity on an axis it shares with its neighbours; the ink marker is the as-of date. */
export function ValidityBar(props: {
  certificate: Pick<CertificateSummary, 'notBefore' | 'notAfter'>;
  axis: TimeAxis;
  /** The as-of date, milliseconds. */
  at: number;
}) {
  const { certificate, axis, at } = props;
  const { notBefore, notAfter } = certificate;
  const state = validityState(certificate, at);
  const start = placeOnAxis(axis, notBefore ?? axis.start);
  const end = placeOnAxis(axis, notAfter ?? axis.end);
  const label =
    `Valid from ${formatDate(notBefore)} to ${formatDate(notAfter)}. ` +
    `As of ${formatDate(at)}: ${validityWords(certificate, at)}.`;
  return (
    <div className="vbar" role="img" aria-label={label}>
      <span className="tr" />
      <span
        className={classNames(
          'fl',
          (state === 'expired' || state === 'not-yet') && 'err',
          state === 'soon' && 'warn',
          (notAfter ?? 0) > axis.end && 'open',
        )}
        style={{ left: `${String(start)}%`, width: `${String(Math.max(end - start, 1))}%` }}
      />
      <span className="now" style={{ left: `${String(placeOnAxis(axis, at))}%` }} />
    </div>
  );
}
