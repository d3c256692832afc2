import type { LucideIcon } from 'lucide-react';

/** A Lucide icon in the product's stroke; always decorative, the control beside it has the name. */
export function Icon({ of: Glyph, size = 's' }: { of: LucideIcon; size?: 'xs' | 's' | 'm' }) {
  const className = size === 'm' ? 'i' : `i-${size}`;
  return <Glyph className={className} strokeWidth={1.75} aria-hidden="true" focusable="false" />;
}
