import { ChevronsUpDown } from 'lucide-react';
import { keeper, useAnalysis, useKeeper, useStudio } from '../../state/index.ts';
import { Icon, Menu, Tag, type MenuEntry } from '../../ui/index.ts';
import { useMenuEntries } from '../actions/use-menu-entries.ts';
import { transportSummary } from '../summary.ts';
import { SavedMark } from './SavedMark.tsx';

const entryIds = [
  'settings',
  'new-setup',
  'open-files',
  'open-folder',
  'paste',
  'examples',
  'issue-certificate',
  'close-workspace',
];
/** How many of the other workspaces the menu itself names. */
const shown = 5;

/** Name of the workspace with its menu, what kind of transport it has, and whether it was edited. */
export function WorkspaceName() {
  const name = useStudio((state) => state.workspace.name);
  const edited = useStudio(
    ({ workspace, baseline }) =>
      workspace.files !== baseline.files ||
      workspace.blobs !== baseline.blobs ||
      workspace.assignments !== baseline.assignments,
  );
  const summary = useAnalysis((state) => transportSummary(state.analysis));
  const entries = useMenuEntries(entryIds);
  const kept = useKeptEntries();
  return (
    <>
      <Menu entries={[...entries, ...kept]}>
        <button type="button" className="wsm">
          <span className="strong trunc">{name}</span>
          <span className="mut trunc">{summary}</span>
          <Icon of={ChevronsUpDown} />
        </button>
      </Menu>
      {edited ? <Tag>Edited</Tag> : null}
      <SavedMark />
    </>
  );
}

/** The workspaces that were changed last, to change to, and the way to all of them. */
function useKeptEntries(): readonly MenuEntry[] {
  const id = useStudio((state) => state.workspaceId);
  const list = useKeeper((state) => state.list);
  const all = useMenuEntries(['workspaces']);
  const others = list.filter((one) => one.id !== id).slice(0, shown);
  return [
    { kind: 'separator', id: 'kept' },
    ...others.map((one): MenuEntry => ({
      kind: 'item',
      id: one.id,
      label: `Open ${one.name}`,
      onSelect: () => {
        void keeper.open(one.id);
      },
    })),
    ...all,
  ];
}
