import { describe, expect, it } from 'vitest';
import { filesOfDrop } from './files-of-drop.ts';
import { notPlacedText } from './not-placed-text.ts';
import { pastedFile } from './pasted-file.ts';
import { readBrowserFile } from './read-browser-file.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A dropped entry as the browser gives it; folders hand out their content in batches of two. */
function entry(name: string, content: string | readonly FileSystemEntry[]): FileSystemEntry {
  const isFile = typeof content === 'string';
  const left = isFile ? [] : [...content];
  return {
    name,
    isFile,
    isDirectory: !isFile,
    file: (done: (file: File) => void) => {
      done(new File([isFile ? content : ''], name));
    },
    createReader: () => ({
      readEntries: (done: (batch: readonly FileSystemEntry[]) => void) => {
        done(left.splice(0, 2));
      },
    }),
  } as unknown as FileSystemEntry;
}

function transfer(entries: readonly (FileSystemEntry | null)[], files: readonly File[] = []) {
  const items = entries.map((one) => ({ kind: 'file', webkitGetAsEntry: () => one }));
  return { items, files } as unknown as DataTransfer;
}

describe('filesOfDrop', () => {
  it('walks folders to their end and keeps the paths', async () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((name) => entry(`${name}.yaml`, name));
    const drop = transfer([
      entry('setup', [entry('certs', [entry('ca.pem', 'PEM')]), ...many]),
      entry('alone.yaml', 'x'),
    ]);
    const files = await filesOfDrop(drop);
    expect(files.map((file) => `${file.path} ${text(file.bytes)}`)).toEqual([
      'setup/certs/ca.pem PEM',
      'setup/a.yaml a',
      'setup/b.yaml b',
      'setup/c.yaml c',
      'setup/d.yaml d',
      'setup/e.yaml e',
      'alone.yaml x',
    ]);
  });

  it('takes the plain files where the browser gives no entries', async () => {
    const files = await filesOfDrop(transfer([null], [new File(['x'], 'pasted.png')]));
    expect(files.map((file) => file.path)).toEqual(['pasted.png']);
  });
});

describe('readBrowserFile', () => {
  it('reads of a file past the limit just enough to see that', async () => {
    const file = new File([new Uint8Array(20_000_300)], 'large.bin');
    const { bytes } = await readBrowserFile(file, 'large.bin');
    expect(bytes.length).toBe(20_000_001);
  });
});

describe('pastedFile', () => {
  it.each([
    ['-----BEGIN CERTIFICATE-----\nMII', 'pasted.pem'],
    ['  \n-----BEGIN PRIVATE KEY-----\n', 'pasted.pem'],
    ['Run:\n```yaml\nkind: Pod\n```', 'pasted.md'],
    ['kubectl apply -f - <<EOF\nkind: Pod\nEOF', 'pasted.md'],
    ['kind: Pod\n', 'pasted.yaml'],
  ])('names %j', (content, path) => {
    const file = pastedFile(content);
    expect([file.path, text(file.bytes)]).toEqual([path, content]);
  });
});

describe('notPlacedText', () => {
  it('says of each file why it does not stand there, and where it is', () => {
    const left = [
      { path: 'a.crt', why: 'not-a-ca' },
      { path: 'b.p12', why: 'locked' },
    ] as const;
    expect(notPlacedText(left, 'ConfigMap ca')).toBe(
      'a.crt was not placed in ConfigMap ca: only CA certificates go there, and its first certificate is none. ' +
        'b.p12 was not placed in ConfigMap ca: it is locked with a password. Unlock it on the shelf, then place it from there. ' +
        'They are on the shelf.',
    );
  });
});
