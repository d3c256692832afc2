import './workspace.css';
import {
  ClipboardPaste,
  FileBadge,
  FolderOpen,
  LayoutGrid,
  Plus,
  Search,
  Upload,
  WifiOff,
  X,
} from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { studio, useAnalysis, useStudio } from '../../state/index.ts';
import { Icon, IconButton, Menu, type MenuEntry } from '../../ui/index.ts';
import { count } from '../../views/index.ts';
import { openFilePicker } from './intake/open-file-picker.ts';
import { FileList } from './lists/FileList.tsx';
import { SetAsideList } from './lists/SetAsideList.tsx';
import { Tree } from './tree/Tree.tsx';
import { treeRows } from './tree/tree-rows.ts';
import { TreeFilter } from './TreeFilter.tsx';

const Shelf = lazy(async () => ({ default: (await import('./shelf/Shelf.tsx')).Shelf }));

/** What is in the workspace: objects and certificates, files without a place, what was set aside. */
export function WorkspacePanel() {
  const analysis = useAnalysis((state) => state.analysis);
  const hasFiles = useStudio(({ workspace }) => workspace.blobs.length > 0);
  // The shelf stays when its last file goes: it says so.
  const [hasShelf, setHasShelf] = useState(hasFiles);
  if (hasFiles && !hasShelf) setHasShelf(true);
  const [filter, setFilter] = useState<string | null>(null);
  const rows = useMemo(
    () => (analysis === null ? [] : treeRows(analysis, Date.parse(analysis.at), filter ?? '')),
    [analysis, filter],
  );
  const objects = analysis?.objects.filter((one) => !one.shadowed).length ?? 0;
  return (
    <>
      <div className="side-h">
        <h2>Workspace</h2>
        <span className="count">{count(objects, 'object')}</span>
        <span className="grow" />
        <IconButton
          icon={filter === null ? Search : X}
          size="sm"
          label={filter === null ? 'Filter objects' : 'End filtering'}
          onClick={() => {
            setFilter(filter === null ? '' : null);
          }}
        />
        <Menu entries={addEntries} align="end">
          <IconButton icon={Plus} size="sm" label="Add files" />
        </Menu>
      </div>
      {filter === null ? null : <TreeFilter value={filter} onChange={setFilter} />}
      <div className="side-b">
        <Tree rows={rows} />
        {filter !== null && rows.length === 0 ? (
          <p className="hint side-none">Nothing has this in its name.</p>
        ) : null}
        <FileList />
      </div>
      <div className="side-foot">
        {hasShelf ? (
          <Suspense>
            <Shelf />
          </Suspense>
        ) : null}
        <SetAsideList />
      </div>
      <button
        type="button"
        className="drop-hint"
        onClick={() => {
          openFilePicker('files');
        }}
      >
        <Icon of={Upload} />
        <span>
          Drop PEM, DER, PKCS&nbsp;#12 or YAML anywhere, or <span className="u">open files</span>
        </span>
      </button>
      <p className="privacy">
        <Icon of={WifiOff} />
        Nothing leaves this page
      </p>
    </>
  );
}

const addEntries: readonly MenuEntry[] = [
  {
    kind: 'item',
    id: 'files',
    label: 'Open files',
    icon: Upload,
    onSelect: () => {
      openFilePicker('files');
    },
  },
  {
    kind: 'item',
    id: 'folder',
    label: 'Open a folder',
    icon: FolderOpen,
    onSelect: () => {
      openFilePicker('folder');
    },
  },
  {
    kind: 'item',
    id: 'issue',
    label: 'Issue a certificate',
    icon: FileBadge,
    onSelect: () => {
      studio.openIssuing(null);
    },
  },
  {
    kind: 'item',
    id: 'paste',
    label: 'Paste text',
    icon: ClipboardPaste,
    onSelect: () => {
      studio.openDialog('paste');
    },
  },
  {
    kind: 'item',
    id: 'examples',
    label: 'Open an example',
    icon: LayoutGrid,
    onSelect: () => {
      studio.openDialog('examples');
    },
  },
];
