import './splitter.css';
import { Separator } from 'react-resizable-panels';

/**
 * The line between two panels of a `Group` (react-resizable-panels): dragged, or moved with the arrow keys
 * while it has focus.
 */
export function Splitter({ label, grip = false }: { label: string; grip?: boolean }) {
  return <Separator className={grip ? 'splitter grip' : 'splitter'} aria-label={label} />;
}
