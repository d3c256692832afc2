import { useEffect, useRef, useState } from 'react';
import type { SetupDraft, SetupFile } from '../../../core/authoring/index.ts';
import { Tabs } from '../../../ui/index.ts';
import type { ShownPlace } from './shown-place.ts';
import { YamlLines } from './YamlLines.tsx';

/** The files, each as it will be, with the lines marked that the last answer added. */
export function YamlPreview(props: {
  draft: SetupDraft;
  before: SetupDraft | null;
  last: string | null;
  place: ShownPlace | null;
}) {
  const { draft, before, last, place } = props;
  const files = [...draft.setup.files, ...draft.setup.standIns];
  const [chosen, setChosen] = useState<{ path: string; after: ShownPlace | null } | null>(null);
  // A place that was asked for after the tab was chosen wins.
  const wanted = chosen !== null && chosen.after === place ? chosen.path : place?.path;
  const shown = files.find(({ path }) => path === wanted) ?? defaultFile(files);
  const root = useRef<HTMLDivElement>(null);
  const path = shown?.path;
  useEffect(() => {
    if (path !== undefined) bringTabIntoSight(root.current);
  }, [path]);
  if (shown === undefined) return null;
  return (
    <div className="prev-yaml" ref={root}>
      <Tabs
        className="prev-tabs"
        label="Files of the setup"
        value={shown.path}
        tabs={files.map((file) => ({
          value: file.path,
          label: file.path,
          content: (
            <YamlLines
              key={file.path}
              file={file}
              before={textBefore(before, file)}
              place={place?.path === file.path ? place : null}
            />
          ),
        }))}
        onChange={(path) => {
          setChosen({ path, after: place });
        }}
        end={
          last === null || before === null ? null : (
            <span className="marked">
              Marked lines: added by <b>{last}</b>
            </span>
          )
        }
      />
    </div>
  );
}

/** The strip alone is scrolled, not what stands around it. */
function bringTabIntoSight(root: HTMLElement | null): void {
  const tab = root?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  const strip = tab?.parentElement;
  if (tab && strip) strip.scrollLeft = tab.offsetLeft - strip.clientWidth + tab.offsetWidth;
}

/** The policy says most; a setup in one file has it there. */
function defaultFile(files: readonly SetupFile[]): SetupFile | undefined {
  return files.find(({ text }) => /^kind: Backend\w+Policy$/m.test(text)) ?? files[0];
}

/** Empty for a file that is new; null where there is nothing to compare with. */
function textBefore(before: SetupDraft | null, { path }: SetupFile): string | null {
  if (before === null) return null;
  return before.setup.files.find((file) => file.path === path)?.text ?? '';
}
