import type { PemBlock } from '../../pki/index.ts';

/** A text with some of its PEM blocks replaced, by index; what stands around them stays. */
export function replaceBlocks(
  text: string,
  blocks: readonly PemBlock[],
  by: ReadonlyMap<number, string>,
): string {
  let changed = text;
  for (const [at, { range }] of [...blocks.entries()].reverse()) {
    const pem = by.get(at);
    if (pem === undefined) continue;
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    const written = pem.trimEnd().replaceAll('\n', lineEnd);
    changed = changed.slice(0, range.start) + written + changed.slice(range.end);
  }
  return changed;
}
