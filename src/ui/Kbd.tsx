import './tag.css';

/** A key or chord as it is printed on the keyboard: `⌘K`, `Ctrl+K`. */
export function Kbd({ children }: { children: string }) {
  return <kbd className="kbd">{children}</kbd>;
}
