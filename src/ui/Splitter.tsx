import './splitter.css';
import { Separator } from 'react-resizable-panels';

/**
 * The line between two panels of a `Group` (react-resizable-panels): dragged, or moved with the arrow keys
 * while it has focus. It stands between landmarks, in none: its name is a title, which is no content of its
 * own there.
 */
export function Splitter({ label, grip = false }: { label: string; grip?: boolean }) {
  return <Separator className={grip ? 'splitter grip' : 'splitter'} title={label} />;
}
