import type { DeviceStorage, KeptHeader, KeptRecord } from './types.ts';

const DATABASE = 'backend-tls-studio';
const VERSION = 1;
const WORKSPACES = 'workspaces';
const KEYS = 'keys';
const CIPHER = 'cipher';

/** Keeps workspaces in the browser's IndexedDB; opened when first needed. */
export function indexedDbStorage(factory: () => IDBFactory): DeviceStorage {
  const { run, close } = connection(factory);
  return {
    list: async () => {
      const all = (await run(WORKSPACES, 'readonly', (store) => store.getAll())) as KeptRecord[];
      return all.map(headerOf).sort((a, b) => b.changedAt - a.changedAt);
    },
    read: async (id) => {
      const found = await run(WORKSPACES, 'readonly', (store) => store.get(id));
      return (found ?? null) as KeptRecord | null;
    },
    write: async (record) => {
      await run(WORKSPACES, 'readwrite', (store) => store.put(record));
    },
    remove: async (id) => {
      await run(WORKSPACES, 'readwrite', (store) => store.delete(id));
    },
    readCipherKey: async () => {
      const found = await run(KEYS, 'readonly', (store) => store.get(CIPHER));
      return (found ?? null) as CryptoKey | null;
    },
    writeCipherKey: async (key) => {
      if (key === null) await run(KEYS, 'readwrite', (store) => store.delete(CIPHER));
      else await run(KEYS, 'readwrite', (store) => store.put(key, CIPHER));
    },
    erase: async () => {
      await run(WORKSPACES, 'readwrite', (store) => store.clear());
      await run(KEYS, 'readwrite', (store) => store.clear());
      await close();
      factory().deleteDatabase(DATABASE);
    },
  };
}

interface Connection {
  readonly run: (
    store: string,
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest,
  ) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** The database, opened at its first use, and again after another tab had it closed. */
function connection(factory: () => IDBFactory): Connection {
  let opened: Promise<IDBDatabase> | null = null;
  const forget = () => {
    opened = null;
  };
  const database = async (): Promise<IDBDatabase> => {
    opened ??= open(factory(), forget);
    try {
      return await opened;
    } catch (fault) {
      forget();
      throw fault;
    }
  };
  return {
    run: async (store, mode, work) =>
      settled((await database()).transaction(store, mode), store, work),
    close: async () => {
      (await database()).close();
      forget();
    },
  };
}

function headerOf({ id, name, changedAt, removed, hasKeys }: KeptRecord): KeptHeader {
  return { id, name, changedAt, removed, hasKeys };
}

/** Another tab that erases everything may do so: this one opens the database anew when it writes again. */
function open(factory: IDBFactory, onClose: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(WORKSPACES, { keyPath: 'id' });
      request.result.createObjectStore(KEYS);
    };
    request.onsuccess = () => {
      const { result } = request;
      result.onversionchange = () => {
        result.close();
        onClose();
      };
      result.onclose = onClose;
      resolve(result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('The database did not open.'));
    };
  });
}

/** Answers when the transaction is on disk, not when the request was taken. */
function settled(
  transaction: IDBTransaction,
  store: string,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request: IDBRequest<unknown> = work(transaction.objectStore(store));
    const fail = () => {
      reject(transaction.error ?? request.error ?? new Error('The database refused.'));
    };
    transaction.oncomplete = () => {
      resolve(request.result);
    };
    transaction.onerror = fail;
    transaction.onabort = fail;
  });
}
