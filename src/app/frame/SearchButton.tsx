import { Search } from 'lucide-react';
import { Icon, Kbd } from '../../ui/index.ts';
import { useAction } from '../actions/use-action.ts';

/** Opens the palette; looks like the field it opens. */
export function SearchButton() {
  const { title, shortcut, run } = useAction('palette');
  return (
    <button type="button" className="search" aria-label={title} onClick={run}>
      <Icon of={Search} />
      <span className="grow">Search or run a command</span>
      <Kbd>{shortcut ?? ''}</Kbd>
    </button>
  );
}
