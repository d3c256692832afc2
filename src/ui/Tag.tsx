import './tag.css';
import type { ReactNode } from 'react';

/** A small neutral label. Hue is for verdicts: a tag has none. */
export function Tag({ children, line = false }: { children: ReactNode; line?: boolean }) {
  return <span className={line ? 'tag line' : 'tag'}>{children}</span>;
}
