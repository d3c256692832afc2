import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import type { DataPlaneListing, LineSource } from '../../core/analysis/data-plane/types.ts';
import { studio, useSelectedObjectKey } from '../../state/index.ts';
import { leftOut } from './left-out.ts';
import { lineAfterKey, sameSource, startsRun } from './linked-lines.ts';
import { ListingLine } from './ListingLine.tsx';
import { SourceStrip } from './SourceStrip.tsx';

/** The lines: one tab stop, arrows go from field to field, Enter shows the field in its file. */
export function Listing({ listing }: { listing: DataPlaneListing }) {
  const { lines, language, implementation } = listing;
  const list = useRef<HTMLOListElement>(null);
  const [stop, setStop] = useState<number | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const selectedKey = useSelectedObjectKey();
  useScrollToSelected(list, selectedKey);
  const firstLinked = lines.findIndex(({ source }) => source !== undefined);
  // The configuration may have become shorter than the stop.
  const tabStop = stop !== null && lines[stop]?.source !== undefined ? stop : firstLinked;
  const activeLine = active === null ? undefined : lines[active];
  const move = useCallback(
    (event: KeyboardEvent, from: number) => {
      const to = lineAfterKey(lines, from, event.key);
      if (to === null) return;
      event.preventDefault();
      list.current?.querySelector<HTMLElement>(`[data-line="${String(to)}"]`)?.focus();
    },
    [lines],
  );
  return (
    <>
      <div className="dp-scroll">
        <ol
          ref={list}
          className="dp-lines mono"
          aria-label="Configuration"
          onPointerLeave={() => {
            setActive(null);
          }}
        >
          {lines.map((line, at) => (
            <ListingLine
              key={at}
              line={line}
              at={at}
              language={language}
              isStop={at === tabStop}
              isKin={sameSource(line.source, activeLine?.source)}
              isChosen={selectedKey !== null && line.source?.objectKey === selectedKey}
              namesField={startsRun(lines, at)}
              onActive={setActive}
              onFocus={setStop}
              onMove={move}
              onOpen={showField}
            />
          ))}
        </ol>
        <p className="dp-out">{leftOut[implementation]}</p>
      </div>
      <SourceStrip line={activeLine} />
    </>
  );
}

/** Selects the object without a sheet over it, and shows the field in the YAML tab. */
function showField({ objectKey, at }: LineSource): void {
  studio.suggest({ kind: 'object', objectKey });
  studio.reveal(at.fileId, at.range);
}

/** Brings the lines of an object that was selected elsewhere into sight. */
function useScrollToSelected(
  list: RefObject<HTMLOListElement | null>,
  selectedKey: string | null,
): void {
  useEffect(() => {
    if (selectedKey === null || list.current?.contains(document.activeElement) === true) return;
    const first = list.current?.querySelector<HTMLElement>('.own');
    const scroller = first?.offsetParent;
    // Not `scrollIntoView`, which moves what stands around the listing too.
    if (first && scroller) scroller.scrollTop = first.offsetTop - scroller.clientHeight / 2;
  }, [list, selectedKey]);
}
