import '../what-if.css';
import { useMemo, useState } from 'react';
import type { CertificateSummary } from '../../../core/analysis/types.ts';
import type { Forecast } from '../../../core/what-if/dates/types.ts';
import { studio, useShownWorkspace } from '../../../state/index.ts';
import { Button, toneClass } from '../../../ui/index.ts';
import { CertificateBars, distanceInWords, formatDate, timeAxis } from '../../../views/index.ts';
import { useWhatIf } from '../use-what-if.ts';
import { differInDateAlone, fromToday } from './from-today.ts';
import { lookAt } from './look-at.ts';
import { useBand } from './use-band.ts';
import { nextBreak, type BandSpan } from './verdict-band.ts';
import { VerdictBand } from './VerdictBand.tsx';

/** The certificates over time under the verdict, and the next date on which it breaks. */
export function DateBars(props: {
  /** The as-of date, milliseconds. */
  at: number;
  now: number;
  certificates: readonly CertificateSummary[];
}) {
  const { at, now, certificates } = props;
  const spans = useBand(useForecastFromToday());
  const axis = timeAxis(now, at);
  return (
    <>
      <div className="asof-bars">
        <CertificateBars certificates={certificates} axis={axis} at={at}>
          <VerdictBand spans={spans} axis={axis} at={at} />
        </CertificateBars>
      </div>
      <NextBreak spans={spans} at={at} now={now} />
    </>
  );
}

function NextBreak(props: { spans: readonly BandSpan[] | null; at: number; now: number }) {
  const { spans, at, now } = props;
  const next = spans === null ? null : nextBreak(spans, at);
  return (
    <div className="asof-next">
      {next === null ? (
        <span className="grow mut">{spans === null ? '' : 'No later date breaks it.'}</span>
      ) : (
        <>
          <span className="grow">
            <span className={toneClass('error')}>Breaks on {formatDate(next.from)}</span>
            <span className="mut">, {distanceInWords(now, next.from).toLowerCase()}</span>
          </span>
          <Button
            size="sm"
            onClick={() => {
              lookAt(next.from);
            }}
          >
            Next break
          </Button>
        </>
      )}
      <Button
        size="sm"
        onClick={() => {
          studio.openWhatIf('dates');
        }}
      >
        When does it break
      </Button>
    </div>
  );
}

/** Asked once for the documents, not for each date that they are looked at. */
function useForecastFromToday(): Forecast | null {
  const shown = useShownWorkspace();
  const [workspace, setWorkspace] = useState(() => fromToday(shown));
  if (!differInDateAlone(workspace, shown)) setWorkspace(fromToday(shown));
  const question = useMemo(() => ({ kind: 'forecast', workspace }) as const, [workspace]);
  const { answer } = useWhatIf(question);
  return answer?.kind === 'forecast' ? answer.forecast : null;
}
