import { useEffect, useMemo, useRef } from 'react';
import type { SetupDraft } from '../../../core/authoring/index.ts';
import { Tabs } from '../../../ui/index.ts';
import { fileToShow, previewFiles, type PreviewFile } from '../model/changed-files.ts';
import type { ShownPlace } from './shown-place.ts';
import { YamlLines } from './YamlLines.tsx';

/** The files, each as it will be, with the lines marked that the last answer added. */
export function YamlPreview(props: {
  draft: SetupDraft;
  before: SetupDraft | null;
  last: string | null;
  /** What was asked for since the last answer; null shows what that answer did. */
  place: ShownPlace | null;
  onShow: (place: ShownPlace) => void;
}) {
  const { draft, before, last, place, onShow } = props;
  const files = useMemo(() => previewFiles(draft, before), [draft, before]);
  const shown = files.find(({ path }) => path === place?.path) ?? fileToShow(files);
  const root = useRef<HTMLDivElement>(null);
  const path = shown?.path;
  const isMarked = last !== null && files.some(({ added }) => added.size > 0);
  useEffect(() => {
    if (path !== undefined) bringTabIntoSight(root.current);
    // Tabs come and go with the files, and what stands beside them with the answer.
  }, [path, isMarked, files]);
  if (shown === undefined) return null;
  return (
    <div className="prev-yaml" ref={root}>
      <Tabs
        className="prev-tabs"
        label="Files of the setup"
        value={shown.path}
        tabs={files.map((file) => ({
          value: file.path,
          label: <FileLabel file={file} />,
          content: (
            <YamlLines
              key={file.path}
              file={file}
              place={place?.path === file.path ? place : null}
            />
          ),
        }))}
        onChange={(next) => {
          onShow({ path: next, start: null });
        }}
        end={
          isMarked ? (
            <span className="marked" title={`Marked lines: added by ${last}`}>
              Added by <b>{last}</b>
            </span>
          ) : null
        }
      />
    </div>
  );
}

function FileLabel({ file: { path, added } }: { file: PreviewFile }) {
  return (
    <>
      {path}
      {added.size === 0 ? null : (
        <span className="changed" title="The last answer added lines here">
          <span className="vh">, changed</span>
        </span>
      )}
    </>
  );
}

/** The strip alone is scrolled, not what stands around it. */
function bringTabIntoSight(root: HTMLElement | null): void {
  const tab = root?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  const strip = tab?.parentElement;
  if (tab && strip) strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
}
