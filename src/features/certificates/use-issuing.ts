import { useEffect, useRef, useState } from 'react';
import { filesOfItem, type IssuedItem, type KeyTask } from '../../core/certificates/index.ts';
import { issueKeys, Stopped, studio } from '../../state/index.ts';

/** Something issued, with the files it became. `blobIds` by part. */
export interface ShelvedItem {
  readonly item: IssuedItem;
  readonly files: readonly {
    readonly part: 'certificate' | 'key' | 'chain' | 'request';
    readonly path: string;
    readonly text: string;
    readonly blobId: string;
  }[];
}

/** Where the work stands. */
export type Issuing =
  | { readonly phase: 'form'; readonly fault: string | null }
  | { readonly phase: 'working'; readonly label: string; readonly cancel: () => void }
  | { readonly phase: 'done'; readonly items: readonly ShelvedItem[] };

/** Issues in the key worker and puts what comes out onto the shelf as one history entry. */
export function useIssuing(): {
  readonly state: Issuing;
  readonly issue: (label: string, entry: string, task: KeyTask) => void;
} {
  const [state, setState] = useState<Issuing>({ phase: 'form', fault: null });
  const ending = useRef<() => void>(() => undefined);
  // Closing the dialog in the middle ends the work: nobody waits for it any more.
  useEffect(
    () => () => {
      ending.current();
    },
    [],
  );
  const issue = (label: string, entry: string, task: KeyTask) => {
    const pending = issueKeys(label, task);
    ending.current = pending.cancel;
    setState({ phase: 'working', label, cancel: pending.cancel });
    pending.answer.then(
      (items) => {
        setState({ phase: 'done', items: shelve(entry, items) });
      },
      (reason: unknown) => {
        const fault = reason instanceof Stopped ? null : faultText(reason);
        setState({ phase: 'form', fault });
      },
    );
  };
  return { state, issue };
}

function faultText(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

function shelve(entry: string, items: readonly IssuedItem[]): readonly ShelvedItem[] {
  const { workspace } = studio.store.getState();
  const taken = new Set(workspace.blobs.map(({ path }) => path));
  const shelved = items.map((item) => {
    const files = filesOfItem(item, taken).map((file) => ({ ...file, blobId: newId() }));
    for (const { path } of files) taken.add(path);
    return { item, files };
  });
  const blobs = shelved.flatMap(({ files }) =>
    files.map(({ blobId, path, text }) => ({
      id: blobId,
      path,
      bytes: new TextEncoder().encode(text),
    })),
  );
  studio.update({
    type: 'add',
    label: entry,
    name: 'Certificates',
    files: [],
    guides: [],
    blobs,
    setAside: [],
    assignments: [],
  });
  return shelved;
}

/** `randomUUID` is not there on plain-http origins. */
function newId(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16));
  return `issued-${[...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('')}`;
}
