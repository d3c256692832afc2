import { ChevronLeft, ChevronRight, History } from 'lucide-react';
import type { CertificateSummary } from '../../core/analysis/types.ts';
import { Button, Icon, IconButton, Tag } from '../../ui/index.ts';
import { day, distanceInWords, formatDate } from '../../views/index.ts';
import { setAsOf } from './as-of.ts';
import { nextExpiry } from './consequence.ts';
import { DateField } from './DateField.tsx';
import { startOfDay } from './shift-date.ts';
import { ValidityBars } from './ValidityBars.tsx';

/** Moves the date and shows what it does to every certificate. */
export function AsOfPanel(props: {
  at: number;
  now: number;
  certificates: readonly CertificateSummary[];
}) {
  const { at, now, certificates } = props;
  const go = (moment: number) => () => {
    setAsOf(moment, now);
  };
  const next = nextExpiry(certificates, at);
  const isToday = startOfDay(at) === startOfDay(now);
  return (
    <>
      <div className="asof-h">
        <h2>As of {formatDate(at)}</h2>
        <Tag>{distanceInWords(now, at)}</Tag>
        <span className="grow" />
        <IconButton
          icon={ChevronLeft}
          label="One day back"
          size="sm"
          onClick={go(startOfDay(at) - day)}
        />
        <IconButton
          icon={ChevronRight}
          label="One day on"
          size="sm"
          onClick={go(startOfDay(at) + day)}
        />
        <Button size="sm" inactive={isToday} onClick={go(now)}>
          Back to today
        </Button>
      </div>
      <div className="presets">
        <Button size="sm" onClick={go(now + 30 * day)}>
          In 30 days
        </Button>
        <Button size="sm" onClick={go(now + 90 * day)}>
          In 90 days
        </Button>
        {next === null ? null : (
          <Button size="sm" onClick={go(next + day)}>
            After the next expiry
          </Button>
        )}
        <span className="grow" />
        <DateField
          at={at}
          onChange={(moment) => {
            setAsOf(moment, now);
          }}
        />
      </div>
      <ValidityBars at={at} now={now} certificates={certificates} />
      <p className="asof-f">
        <Icon of={History} />
        <span className="grow">Only the clock moves, your files do not change.</span>
        Arrow keys: a day. Shift: a month.
      </p>
    </>
  );
}
