import { memo, type CSSProperties, type KeyboardEvent } from 'react';
import type {
  DataPlaneListing,
  LineSource,
  ListedLine,
} from '../../core/analysis/data-plane/types.ts';
import { classNames, VisuallyHidden } from '../../ui/index.ts';
import { colourLine } from '../../views/index.ts';

/** What the tooltip of a line without a field says. */
export const ALWAYS_WRITTEN = 'Written whatever the manifests say';

interface LineProps {
  readonly line: ListedLine;
  /** From 0. */
  readonly at: number;
  readonly language: DataPlaneListing['language'];
  /** The one line that Tab stops at. */
  readonly isStop: boolean;
  /** Made by the field of the line that is looked at. */
  readonly isKin: boolean;
  /** Made by the object that is selected. */
  readonly isChosen: boolean;
  /** Its field stands beside it. */
  readonly namesField: boolean;
  readonly onActive: (at: number) => void;
  readonly onFocus: (at: number) => void;
  readonly onMove: (event: KeyboardEvent, from: number) => void;
  readonly onOpen: (source: LineSource) => void;
}

/** One line with its number; with a field, a button that shows it. */
export const ListingLine = memo(function ListingLine(props: LineProps) {
  const { line, at, isKin, isChosen, onActive } = props;
  const { source } = line;
  return (
    <li
      className={classNames(source === undefined && 'quiet', isKin && 'kin', isChosen && 'own')}
      title={source === undefined ? ALWAYS_WRITTEN : undefined}
      onPointerEnter={() => {
        onActive(at);
      }}
    >
      <span className="no" aria-hidden="true">
        {at + 1}
      </span>
      {source === undefined ? <Code {...props} /> : <LinkedCode {...props} source={source} />}
    </li>
  );
});

function LinkedCode(props: LineProps & { source: LineSource }) {
  const { source, at, isStop, namesField, onActive, onFocus, onMove, onOpen } = props;
  return (
    <button
      type="button"
      data-line={at}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => {
        onFocus(at);
        onActive(at);
      }}
      onKeyDown={(event) => {
        onMove(event, at);
      }}
      onClick={() => {
        onOpen(source);
      }}
    >
      <Code {...props} />
      {namesField ? (
        <span className="by" aria-hidden="true" style={lengthOf(props.line)}>
          <span>{source.object}</span>
          <b>{source.field}</b>
        </span>
      ) : null}
      <VisuallyHidden>
        , from {source.object} {source.field}
      </VisuallyHidden>
    </button>
  );
}

/** How many columns the line takes, for what stands beside it. */
function lengthOf({ text }: ListedLine): CSSProperties & { '--length': number } {
  return { '--length': text.length };
}

function Code({ line, language }: Pick<LineProps, 'line' | 'language'>) {
  return (
    <code>
      {colourLine(line.text, language).map(({ text, role }, at) => (
        <span key={at} className={role}>
          {text}
        </span>
      ))}
    </code>
  );
}
