import type { Forecast, Turn, TurningPoint } from '../../../core/what-if/dates/types.ts';
import { Button, Tag } from '../../../ui/index.ts';
import { distanceInWords, formatDateTime, implementationNames } from '../../../views/index.ts';
import { OutlookMark } from '../OutlookMark.tsx';
import { causeWords } from './cause-words.ts';
import { lookAt } from './look-at.ts';

/** The dates on which something changes, each with its cause and what changes for whom. */
export function TurningPoints({ forecast: { from, points } }: { forecast: Forecast }) {
  if (points.length === 0) return null;
  return (
    <ol className="wi-points" aria-label="Dates on which a verdict changes">
      {points.map((point) => (
        <li key={point.at}>
          <Point point={point} from={from} />
        </li>
      ))}
    </ol>
  );
}

function Point({ point, from }: { point: TurningPoint; from: number }) {
  const { at, causes, turns } = point;
  return (
    <>
      <div className="wi-point-h">
        <h3>{formatDateTime(at)}</h3>
        <Tag>{distanceInWords(from, at)}</Tag>
        <span className="grow" />
        <Button
          size="sm"
          onClick={() => {
            lookAt(at);
          }}
        >
          Look at this date
        </Button>
      </div>
      <p className="sub">{causes.map(causeWords).join(', ')}</p>
      <ul>
        {turns.map((turn) => (
          <li key={`${turn.after.implementation} ${turn.connectionId}`}>
            <TurnLine turn={turn} />
          </li>
        ))}
      </ul>
    </>
  );
}

function TurnLine({ turn: { after, label } }: { turn: Turn }) {
  return (
    <span className="wi-turn">
      <span className="strong">{implementationNames[after.implementation]}</span>
      <span className="trunc mut" title={label}>
        {label}
      </span>
      <OutlookMark outlook={after} />
    </span>
  );
}
