import type { DeviceStorage, KeptRecord } from './types.ts';

/** Storage for tests; `refuse` makes every write fail. */
export function memoryStorage(): DeviceStorage & {
  readonly records: Map<string, KeptRecord>;
  refuse: Error | null;
} {
  const records = new Map<string, KeptRecord>();
  let cipherKey: CryptoKey | null = null;
  const storage = {
    records,
    refuse: null as Error | null,
    list: () => Promise.resolve([...records.values()].sort((a, b) => b.changedAt - a.changedAt)),
    read: (id: string) => Promise.resolve(records.get(id) ?? null),
    write: (record: KeptRecord) => {
      if (storage.refuse !== null) return Promise.reject(storage.refuse);
      records.set(record.id, record);
      return Promise.resolve();
    },
    remove: (id: string) => {
      records.delete(id);
      return Promise.resolve();
    },
    readCipherKey: () => Promise.resolve(cipherKey),
    writeCipherKey: (key: CryptoKey | null) => {
      cipherKey = key;
      return Promise.resolve();
    },
    erase: () => {
      records.clear();
      cipherKey = null;
      return Promise.resolve();
    },
  };
  return storage;
}
