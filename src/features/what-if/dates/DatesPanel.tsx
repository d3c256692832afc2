import { useMemo } from 'react';
import type { Forecast } from '../../../core/what-if/dates/types.ts';
import { useShownWorkspace } from '../../../state/index.ts';
import { count, distanceInWords, formatDate, Waiting } from '../../../views/index.ts';
import { useWhatIf } from '../use-what-if.ts';
import { causeWords } from './cause-words.ts';
import { CertificateAxis } from './CertificateAxis.tsx';
import { TurningPoints } from './TurningPoints.tsx';

/** Every certificate on one axis, and the dates on which a verdict changes, judged on each of them. */
export function DatesPanel() {
  const workspace = useShownWorkspace();
  const question = useMemo(() => ({ kind: 'forecast', workspace }) as const, [workspace]);
  const asked = useWhatIf(question);
  if (asked.answer?.kind !== 'forecast') {
    return <Waiting asked={asked} label="Judging the setup on every date" />;
  }
  const { forecast } = asked.answer;
  return (
    <section aria-label="Dates">
      <p className="wi-lead">{nextWords(forecast)}</p>
      <CertificateAxis forecast={forecast} />
      <TurningPoints forecast={forecast} />
    </section>
  );
}

/** The next change in one sentence, or that there is none. */
function nextWords({ from, points, dates, leftOut }: Forecast): string {
  const [next] = points;
  const limit = leftOut === 0 ? '' : ` ${count(leftOut, 'later date')} not looked at.`;
  if (next === undefined) {
    return dates === 0
      ? `No certificate begins or ends after ${formatDate(from)}.`
      : `No verdict changes on any of the ${count(dates, 'date')} on which a certificate begins or ends.${limit}`;
  }
  const causes = next.causes.map(causeWords).join(', ');
  const distance = distanceInWords(from, next.at).toLowerCase();
  return `Next change: ${formatDate(next.at)}, ${distance}. ${causes}.${limit}`;
}
