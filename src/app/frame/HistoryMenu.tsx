import { History } from 'lucide-react';
import { studio, useStudio } from '../../state/index.ts';
import { IconButton, Menu, type MenuEntry } from '../../ui/index.ts';
import { historyLines, type HistoryLine } from './history-steps.ts';

/** Every step back and forward by its name, to jump to. */
export function HistoryMenu() {
  const history = useStudio((state) => state.history);
  const empty = history.past.length === 0 && history.future.length === 0;
  if (empty) return <IconButton icon={History} label="History" inactive />;
  return (
    <Menu entries={historyLines(history).map(toEntry)} align="end">
      <IconButton icon={History} label="History" />
    </Menu>
  );
}

function toEntry(line: HistoryLine): MenuEntry {
  if (line.kind === 'now') return { kind: 'label', id: 'now', label: 'The workspace stands here' };
  const { label, steps } = line;
  const onSelect = () => {
    studio.travel(steps);
  };
  return { kind: 'item', id: String(steps), label, onSelect };
}
