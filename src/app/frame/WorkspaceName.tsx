import { ChevronsUpDown } from 'lucide-react';
import { useAnalysis, useStudio } from '../../state/index.ts';
import { Icon, Menu, Tag } from '../../ui/index.ts';
import { useMenuEntries } from '../actions/use-menu-entries.ts';
import { transportSummary } from '../summary.ts';

const entryIds = [
  'settings',
  'new-setup',
  'open-files',
  'open-folder',
  'paste',
  'examples',
  'close-workspace',
];

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
  return (
    <>
      <Menu entries={entries}>
        <button type="button" className="wsm">
          <span className="strong trunc">{name}</span>
          <span className="mut trunc">{summary}</span>
          <Icon of={ChevronsUpDown} />
        </button>
      </Menu>
      {edited ? <Tag>Edited</Tag> : null}
    </>
  );
}
