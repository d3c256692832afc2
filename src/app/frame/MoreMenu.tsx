import { Ellipsis } from 'lucide-react';
import { IconButton, Menu } from '../../ui/index.ts';
import { useMenuEntries } from '../actions/use-menu-entries.ts';

const entryIds = [
  'palette',
  'redo',
  'show-data-plane',
  'new-setup',
  'what-if',
  'convert',
  'paste',
  'examples',
  'issue-certificate',
  'settings',
  'workspaces',
  'toggle-theme',
  'shortcuts',
  'close-workspace',
];

/** What the narrow header has no room for. */
export function MoreMenu() {
  const entries = useMenuEntries(entryIds);
  return (
    <Menu entries={entries} align="end">
      <IconButton icon={Ellipsis} label="More" />
    </Menu>
  );
}
