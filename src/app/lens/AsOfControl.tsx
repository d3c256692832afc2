import { CalendarClock, ChevronDown } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { CertificateSummary } from '../../core/analysis/types.ts';
import { useAnalysis } from '../../state/index.ts';
import { Icon, Popover, Tag, VerdictShape } from '../../ui/index.ts';
import { distanceInWords, formatDate, timeAxis } from '../../views/index.ts';
import { setAsOf, useAsOf } from './as-of.ts';
import { AsOfPanel } from './AsOfPanel.tsx';
import { consequence } from './consequence.ts';
import { dateAfterKey } from './shift-date.ts';
import { Timeline } from './Timeline.tsx';

const none: readonly CertificateSummary[] = [];

/** The date of the verdicts: what it is, how far from today, what it means, and how to move it. */
export function AsOfControl() {
  const { at, now } = useAsOf();
  const certificates = useAnalysis((state) => state.analysis?.certificates ?? none);
  const { shape, text } = consequence(certificates, at);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement) return;
    const moved = dateAfterKey(at, event.key, event.shiftKey);
    if (moved === null) return;
    event.preventDefault();
    setAsOf(moved, now);
  };
  const trigger = (
    <button type="button" className="date" onKeyDown={onKeyDown}>
      <Icon of={CalendarClock} />
      <span>
        <span className="as-of">As of </span>
        {formatDate(at)}
      </span>{' '}
      <Tag>{distanceInWords(now, at)}</Tag>
      <Icon of={ChevronDown} size="xs" />
    </button>
  );
  return (
    <div className="asof">
      <div>
        <Popover
          label="As-of date"
          trigger={trigger}
          align="end"
          sideOffset={26}
          className="asof-pop"
          onKeyDown={onKeyDown}
        >
          <AsOfPanel at={at} now={now} certificates={certificates} />
        </Popover>
        <div className="cap">
          <VerdictShape shape={shape} size="xs" />
          {text}
        </div>
      </div>
      <Timeline axis={timeAxis(now, at)} at={at} certificates={certificates} />
    </div>
  );
}
