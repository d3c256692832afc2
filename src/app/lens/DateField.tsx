import { useState } from 'react';
import { TextField } from '../../ui/index.ts';
import { isoDay } from '../../views/index.ts';
import { parseDay } from './shift-date.ts';

/** The as-of date as `2027-03-01`. What is not a date yet moves nothing. */
export function DateField({ at, onChange }: { at: number; onChange: (moment: number) => void }) {
  const shown = isoDay(at);
  const [draft, setDraft] = useState({ shown, text: shown });
  // The date has moved by other means: the draft gives way.
  const text = draft.shown === shown ? draft.text : shown;
  return (
    <TextField
      className="asof-date"
      label="Date, year-month-day in UTC"
      labelHidden
      mono
      data-no-autofocus
      inputMode="numeric"
      placeholder="YYYY-MM-DD"
      value={text}
      aria-invalid={parseDay(text) === null}
      onChange={(event) => {
        const next = event.target.value;
        const moment = parseDay(next);
        setDraft({ shown: moment === null ? shown : isoDay(moment), text: next });
        if (moment !== null) onChange(moment);
      }}
    />
  );
}
