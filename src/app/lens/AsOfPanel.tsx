import { ChevronLeft, ChevronRight, History } from 'lucide-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import type { CertificateSummary } from '../../core/analysis/types.ts';
import { Button, Icon, IconButton, Tag, TextField } from '../../ui/index.ts';
import {
  day,
  distanceInWords,
  Glyph,
  isoDay,
  placeOnAxis,
  timeAxis,
  ValidityBar,
  yearsOn,
} from '../../views/index.ts';
import { asOfWords, setAsOf } from './asOf.ts';
import { nextExpiry } from './consequence.ts';
import { dateAfterKey, parseDay, startOfDay } from './shiftDate.ts';

/** Moves the date and shows what it does to every certificate. */
export function AsOfPanel(props: {
  at: number;
  now: number;
  certificates: readonly CertificateSummary[];
}) {
  const { at, now, certificates } = props;
  const go = (moment: number) => {
    setAsOf(moment, now);
  };
  const next = nextExpiry(certificates, at);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const moved = dateAfterKey(at, event.key, event.shiftKey);
    if (moved === null) return;
    event.preventDefault();
    go(moved);
  };
  return (
    <div role="group" aria-label="Move the date" onKeyDown={onKeyDown}>
      <div className="asof-h">
        <h2>{asOfWords(at)}</h2>
        <Tag>{distanceInWords(now, at)}</Tag>
        <span className="grow" />
        <IconButton
          icon={ChevronLeft}
          label="One day back"
          size="sm"
          onClick={() => {
            go(startOfDay(at) - day);
          }}
        />
        <IconButton
          icon={ChevronRight}
          label="One day on"
          size="sm"
          onClick={() => {
            go(startOfDay(at) + day);
          }}
        />
        <Button
          size="sm"
          onClick={() => {
            go(now);
          }}
          inactive={startOfDay(at) === startOfDay(now)}
        >
          Back to today
        </Button>
      </div>
      <div className="presets">
        <Button
          size="sm"
          onClick={() => {
            go(now + 30 * day);
          }}
        >
          In 30 days
        </Button>
        <Button
          size="sm"
          onClick={() => {
            go(now + 90 * day);
          }}
        >
          In 90 days
        </Button>
        {next === null ? null : (
          <Button
            size="sm"
            onClick={() => {
              go(next + day);
            }}
          >
            After the next expiry
          </Button>
        )}
        <span className="grow" />
        <DateField at={at} onChange={go} />
      </div>
      <Bars at={at} now={now} certificates={certificates} />
      <p className="asof-f">
        <Icon of={History} />
        <span className="grow">Only the clock moves, your files do not change.</span>
        Arrow keys: a day. Shift: a month.
      </p>
    </div>
  );
}

/** The date as text; what is not a date yet moves nothing. */
function DateField({ at, onChange }: { at: number; onChange: (moment: number) => void }) {
  const shown = isoDay(at);
  const [text, setText] = useState(shown);
  useEffect(() => {
    setText(shown);
  }, [shown]);
  return (
    <TextField
      className="asof-date"
      label="Date (UTC)"
      labelHidden
      type="date"
      mono
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        const moment = parseDay(event.target.value);
        if (moment !== null) onChange(moment);
      }}
    />
  );
}

/** One bar for each certificate on a common axis; those that end first come first. */
function Bars({
  at,
  now,
  certificates,
}: {
  at: number;
  now: number;
  certificates: readonly CertificateSummary[];
}) {
  const axis = timeAxis(now, at);
  const ordered = [...certificates].sort((a, b) => (a.notAfter ?? 0) - (b.notAfter ?? 0));
  if (ordered.length === 0)
    return <p className="hint">There are no certificates among the files.</p>;
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
