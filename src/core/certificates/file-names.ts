import type { IssuedItem } from './types.ts';

/** One file of what was issued. */
export interface IssuedFile {
  readonly path: string;
  readonly text: string;
  readonly part: 'certificate' | 'key' | 'chain' | 'request';
}

/** The files that something issued comes to, with names that are not taken yet. */
export function filesOfItem(item: IssuedItem, taken: ReadonlySet<string>): readonly IssuedFile[] {
  const parts = [
    ['certificate', item.certificate, '.crt'],
    ['chain', item.chain, '-chain.crt'],
    ['request', item.request, '.csr'],
    ['key', item.key, '.key'],
  ] as const;
  const present = parts.flatMap(([part, text, ending]) =>
    text === undefined ? [] : [{ part, text, ending }],
  );
  const stem = freeStem(
    stemOf(item.name),
    present.map(({ ending }) => ending),
    taken,
  );
  return present.map(({ part, text, ending }) => ({ part, text, path: `${stem}${ending}` }));
}

/** `spiffe://a/b` and `*.example.com` as file names of every system. */
export function stemOf(name: string): string {
  const plain = name
    .replace('*', 'wildcard')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return plain === '' ? 'certificate' : plain.slice(0, 80);
}

function freeStem(
  stem: string,
  endings: readonly string[],
  taken: ReadonlySet<string>,
  count = 1,
): string {
  const candidate = count === 1 ? stem : `${stem}-${String(count)}`;
  return endings.some((ending) => taken.has(`${candidate}${ending}`))
    ? freeStem(stem, endings, taken, count + 1)
    : candidate;
}
