import { Check, Copy, X } from 'lucide-react';
import { IconButton } from './IconButton.tsx';
import { useCopy } from './use-copy.ts';

const ICONS = { ready: Copy, copied: Check, refused: X };

/** Copies `text`; says so in its own name for two seconds. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const { state, copy } = useCopy();
  const labels = { ready: label, copied: 'Copied', refused: 'The browser refused to copy' };
  return (
    <IconButton
      icon={ICONS[state]}
      label={labels[state]}
      size="sm"
      onClick={() => {
        copy(text);
      }}
    />
  );
}
