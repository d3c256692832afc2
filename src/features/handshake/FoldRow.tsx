import { ChevronDown } from 'lucide-react';
import { Icon, VerdictShape } from '../../ui/index.ts';

/** The passing steps at the start as one row that opens. */
export function FoldRow({ count, onOpen }: { count: number; onOpen: () => void }) {
  return (
    <li>
      <button type="button" className="fold" aria-expanded={false} onClick={onOpen}>
        <VerdictShape shape="ok" size="s" />
        <span className="grow">Steps 1 to {count} pass</span>
        <Icon of={ChevronDown} size="s" />
      </button>
    </li>
  );
}
