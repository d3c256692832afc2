import { ChevronDown, ChevronRight } from 'lucide-react';
import { Button } from '../../ui/index.ts';

/** Stands for what else is said about the thing of the row above. */
export function FoldedRow(props: { count: number; open: boolean; onToggle: () => void }) {
  const { count, open, onToggle } = props;
  return (
    <tr className="fold">
      <td />
      <td />
      <td colSpan={4}>
        <Button
          size="sm"
          variant="quiet"
          icon={open ? ChevronDown : ChevronRight}
          aria-expanded={open}
          onClick={onToggle}
        >
          {String(count)} more about this certificate
        </Button>
      </td>
    </tr>
  );
}
