import { useRef, type KeyboardEvent } from 'react';
import type { ImplementationVerdict } from '../../core/analysis/types.ts';
import { useAnalysis, useCurrentImplementation, useStudio } from '../../state/index.ts';
import { toneClass, VerdictShape } from '../../ui/index.ts';
import { verdictWords } from '../../views/index.ts';
import { chooseLens } from './choose-lens.ts';
import { lensTitle } from './lens-title.ts';

const none: readonly ImplementationVerdict[] = [];

/**
 * The verdict strip: one tab for each implementation, with what it makes of this workspace. Choosing one changes how the
 * same files are looked at, never the files.
 */
export function ImplementationTabs() {
  const verdicts = useAnalysis((state) => state.analysis?.implementations ?? none);
  const current = useCurrentImplementation();
  const letterKeys = useStudio((state) => state.view.letterKeys);
  const list = useRef<HTMLDivElement>(null);
  if (verdicts.length === 0) return <NoVerdicts />;

  const shown = verdicts.findIndex((one) => one.implementation === current);
  const tabs = (): readonly Element[] => [...(list.current?.querySelectorAll('[role=tab]') ?? [])];
  const choose = (index: number) => {
    const verdict = verdicts[index];
    if (verdict === undefined) return;
    chooseLens(verdict);
    const tab = tabs()[index];
    if (tab instanceof HTMLElement) tab.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The focus is ahead of what is shown until the analysis answers: the next key goes on from there.
    const focused = tabs().findIndex((tab) => tab === event.target);
    const from = focused < 0 ? shown : focused;
    const index = keyTarget(event.key, from, verdicts.length, letterKeys);
    if (index === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(index);
  };
  return (
    <div
      className="impls"
      role="tablist"
      aria-label="Simulate on"
      tabIndex={-1}
      ref={list}
      onKeyDown={onKeyDown}
    >
      {verdicts.map((verdict, index) => (
        <button
          key={verdict.implementation}
          type="button"
          className="impl"
          role="tab"
          aria-selected={index === shown}
          tabIndex={index === Math.max(shown, 0) ? 0 : -1}
          title={lensTitle(verdict)}
          onClick={() => {
            choose(index);
          }}
        >
          <VerdictShape shape={verdict.verdict} size="l" />
          <span className="trunc">
            <span className="nm">
              {verdict.name} <small>{verdict.version}</small>
            </span>
            <span className={`vd trunc ${toneClass(verdict.verdict)}`}>
              {verdict.headline === '' ? verdictWords[verdict.verdict] : verdict.headline}
            </span>
          </span>
        </button>
      ))}
    </div>
  );
}

function keyTarget(key: string, from: number, length: number, letters: boolean): number | null {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % length;
    case 'ArrowLeft':
      return (Math.max(from, 0) - 1 + length) % length;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return letters && /^[1-9]$/.test(key) && Number(key) <= length ? Number(key) - 1 : null;
  }
}

/** No gateway among the files can be judged: say so instead of showing an empty strip. */
function NoVerdicts() {
  const running = useAnalysis((state) => state.analysis === null && state.status !== 'idle');
  return (
    <div className="impls">
      <div className="impl">
        <VerdictShape shape="unknown" size="l" />
        <span className="trunc">
          <span className="nm">{running ? 'Reading the files' : 'Not checked'}</span>
          <span className="vd trunc f-unk">
            {running ? 'The verdict follows.' : 'No gateway here can be judged.'}
          </span>
        </span>
      </div>
    </div>
  );
}
