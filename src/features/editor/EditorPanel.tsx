import './editor.css';
import { useRef, useState } from 'react';
import { useAnalysis, useShownWorkspace, useStudio } from '../../state/index.ts';
import { EmptyState } from '../../ui/index.ts';
import { EditorBar } from './EditorBar.tsx';
import { StatusBar } from './StatusBar.tsx';
import { selectedPlace } from './selected-place.ts';
import { objectAt, shownFile } from './shown-file.ts';
import { useChosenFile } from './use-chosen-file.ts';
import { useMonaco, type Cursor } from './use-monaco.ts';

/** The YAML of one file at a time: typed text flows into the analysis, findings stand at their lines. */
export function EditorPanel() {
  const { files, guides } = useShownWorkspace();
  const simulated = useStudio((state) => state.view.simulation !== null);
  const reveal = useStudio((state) => state.view.reveal);
  const analysis = useAnalysis((state) => state.analysis);
  const selection = useStudio((state) => state.view.selection);
  const host = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useChosenFile(host);
  const [cursor, setCursor] = useState<Cursor>({ line: 1, column: 1, offset: 0 });
  const selectedFileId = selectedPlace(analysis, selection)?.fileId ?? null;
  const file = shownFile({ files, guides, reveal, selectedFileId, chosen, readOnly: simulated });
  useMonaco({ host, file, onCursor: setCursor });
  if (file === null) {
    return <EmptyState title="No file yet">Drop or paste manifests to edit them here.</EmptyState>;
  }
  const object = objectAt(analysis, file.id, cursor.offset);
  return (
    <div className="ed">
      <EditorBar file={file} files={files} guides={guides} object={object} onChoose={choose} />
      <div className="ed-host" ref={host} />
      <StatusBar file={file} cursor={cursor} />
    </div>
  );
}
