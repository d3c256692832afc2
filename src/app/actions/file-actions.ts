import {
  ClipboardPaste,
  Download,
  FileBadge,
  FolderOpen,
  Layers,
  LayoutGrid,
  RotateCw,
  Settings2,
  Upload,
  WandSparkles,
  X,
} from 'lucide-react';
import { openFilePicker } from '../../features/workspace/index.ts';
import { emptyWorkspace, isEmptyWorkspace, studio } from '../../state/index.ts';
import type { Action, ActionContext } from './Action.ts';

const hasWorkspace = ({ studio: { workspace } }: ActionContext) => !isEmptyWorkspace(workspace);

/** Bringing files in and out. */
export const fileActions: readonly Action[] = [
  {
    id: 'new-setup',
    title: 'New setup',
    group: 'File',
    icon: WandSparkles,
    shortcuts: [],
    keywords: ['create', 'wizard', 'generate', 'mutual TLS', 'questions'],
    run: () => {
      studio.setScreen('new-setup');
    },
  },
  {
    id: 'open-files',
    title: 'Open files',
    group: 'File',
    icon: Upload,
    shortcuts: ['Mod+O'],
    everywhere: true,
    keywords: ['add', 'import', 'pem', 'yaml', 'certificate'],
    run: () => {
      openFilePicker('files');
    },
  },
  {
    id: 'open-folder',
    title: 'Open a folder',
    group: 'File',
    icon: FolderOpen,
    shortcuts: [],
    everywhere: true,
    run: () => {
      openFilePicker('folder');
    },
  },
  {
    id: 'paste',
    title: 'Paste text',
    group: 'File',
    icon: ClipboardPaste,
    shortcuts: [],
    everywhere: true,
    keywords: ['yaml', 'pem', 'clipboard'],
    run: () => {
      studio.openDialog('paste');
    },
  },
  {
    id: 'examples',
    title: 'Open an example',
    group: 'File',
    icon: LayoutGrid,
    shortcuts: [],
    run: () => {
      studio.openDialog('examples');
    },
  },
  {
    id: 'issue-certificate',
    title: 'Issue a certificate',
    group: 'File',
    icon: FileBadge,
    shortcuts: [],
    keywords: ['ca', 'key', 'csr', 'request', 'pkcs12', 'p12', 'spiffe', 'renew', 'openssl'],
    run: () => {
      studio.openIssuing(null);
    },
  },
  {
    id: 'reissue-certificate',
    title: 'Issue the selected certificate again',
    group: 'File',
    icon: RotateCw,
    shortcuts: [],
    keywords: ['renew', 'reissue', 're-issue', 'expired'],
    available: ({ studio: { view } }) => view.selection.kind === 'certificate',
    run: ({ studio: { view } }) => {
      if (view.selection.kind === 'certificate') studio.openIssuing(view.selection.certificateId);
    },
  },
  {
    id: 'export',
    title: 'Export',
    group: 'File',
    icon: Download,
    shortcuts: ['Mod+S'],
    keywords: ['download', 'save', 'zip'],
    available: hasWorkspace,
    run: () => {
      studio.openDialog('export');
    },
  },
  {
    id: 'settings',
    title: 'Workspace settings',
    group: 'File',
    icon: Settings2,
    shortcuts: [],
    keywords: ['namespace', 'name', 'rename', 'kubectl -n'],
    available: hasWorkspace,
    run: () => {
      studio.openDialog('settings');
    },
  },
  {
    id: 'workspaces',
    title: 'Workspaces on this device',
    group: 'File',
    icon: Layers,
    shortcuts: [],
    keywords: ['saved', 'recent', 'rename', 'duplicate', 'delete', 'forget', 'erase'],
    run: () => {
      studio.openDialog('workspaces');
    },
  },
  {
    id: 'close-workspace',
    title: 'Close this workspace',
    group: 'File',
    icon: X,
    shortcuts: [],
    available: hasWorkspace,
    run: () => {
      const label = 'Close workspace';
      studio.update({ type: 'replace-workspace', label, workspace: emptyWorkspace });
    },
  },
];
