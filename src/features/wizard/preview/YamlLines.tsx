import { useEffect, useMemo, useRef } from 'react';
import type { SetupFile } from '../../../core/authoring/index.ts';
import { classNames } from '../../../ui/index.ts';
import { colourLine } from '../../../views/index.ts';
import { addedLines } from '../model/added-lines.ts';
import { previewLines } from '../model/preview-lines.ts';
import type { ShownPlace } from './shown-place.ts';

/** One file, to read. `before` is its text before the last answer. */
export function YamlLines(props: {
  file: SetupFile;
  before: string | null;
  place: ShownPlace | null;
}) {
  const { file, before, place } = props;
  const list = useRef<HTMLOListElement>(null);
  const lines = useMemo(() => previewLines(file.text), [file.text]);
  const added = useMemo(() => {
    const texts = (text: string) => previewLines(text).map((line) => line.text);
    return addedLines(before === null ? null : texts(before), texts(file.text));
  }, [before, file.text]);
  useEffect(() => {
    const scroller = list.current?.parentElement;
    if (place === null || !scroller) return;
    const at = lines.findLastIndex(({ start }) => start <= place.start);
    const line = list.current?.children[Math.max(at, 0)];
    // Not `scrollIntoView`, which moves the page too.
    if (line instanceof HTMLElement) scroller.scrollTop = line.offsetTop - 8;
  }, [place, lines]);
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
