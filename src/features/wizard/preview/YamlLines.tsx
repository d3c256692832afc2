import { useEffect, useMemo, useRef } from 'react';
import { classNames } from '../../../ui/index.ts';
import { colourLine } from '../../../views/index.ts';
import type { PreviewFile } from '../model/changed-files.ts';
import { previewLines } from '../model/preview-lines.ts';
import type { ShownPlace } from './shown-place.ts';

/** One file, to read: at a place that was asked for, or else at the first marked line. */
export function YamlLines({ file, place }: { file: PreviewFile; place: ShownPlace | null }) {
  const { text, added } = file;
  const list = useRef<HTMLOListElement>(null);
  const lines = useMemo(() => previewLines(text), [text]);
  const [firstAdded] = added;
  useEffect(() => {
    const start = place?.start ?? null;
    const at = start === null ? firstAdded : lines.findLastIndex((line) => line.start <= start);
    if (at !== undefined) showLine(list.current, Math.max(at, 0), start !== null);
  }, [place, firstAdded, lines]);
  return (
    <div className="code" role="region" aria-label={`Text of ${file.path}`} tabIndex={0}>
      <ol ref={list} className="mono">
        {lines.map(({ text, number }, index) => (
          <li key={number} className={classNames(added.has(index) && 'new')}>
            <span className="no" aria-hidden="true">
              {number}
            </span>
            <code>
              {text.trimStart().startsWith('#') ? (
                <span className="comment">{text}</span>
              ) : (
                colourLine(text, 'yaml').map((piece, at) => (
                  <span key={at} className={piece.role}>
                    {piece.text}
                  </span>
                ))
              )}
            </code>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Scrolls the text alone, not the page as `scrollIntoView` does. A line that is in sight stays where it is unless asked for. */
function showLine(list: HTMLElement | null, at: number, isAsked: boolean): void {
  const scroller = list?.parentElement;
  const line = list?.children[at];
  if (!scroller || !(line instanceof HTMLElement)) return;
  const { offsetTop, offsetHeight } = line;
  const { scrollTop, clientHeight } = scroller;
  const isInSight = offsetTop >= scrollTop && offsetTop + offsetHeight <= scrollTop + clientHeight;
  if (isAsked || !isInSight) scroller.scrollTop = offsetTop - (isAsked ? 8 : clientHeight / 4);
}
