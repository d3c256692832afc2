import { fullText, readKept, type KeptReading } from '../../core/storage/index.ts';
import type { Workspace } from '../../core/model/index.ts';
import { emptyWorkspace } from '../empty-workspace.ts';
import { seal, unseal } from './cipher.ts';
import type { KeeperPorts } from './keeper-ports.ts';
import type { KeptHeader, KeptRecord } from './types.ts';

/** Workspaces in and out of storage: without their private keys, and beside that with them under the device's cipher. */
export class KeptShelf {
  readonly nothing = emptyWorkspace;
  readonly #ports: Pick<KeeperPorts, 'storage' | 'redact' | 'now' | 'crypto'>;

  constructor(ports: Pick<KeeperPorts, 'storage' | 'redact' | 'now' | 'crypto'>) {
    this.#ports = ports;
  }

  list(): Promise<readonly KeptHeader[]> {
    return this.#ports.storage.list();
  }

  remove(id: string): Promise<void> {
    return this.#ports.storage.remove(id);
  }

  cipherKey(): Promise<CryptoKey | null> {
    return this.#ports.storage.readCipherKey();
  }

  async put(id: string, workspace: Workspace): Promise<void> {
    const { storage, redact, now, crypto } = this.#ports;
    const [kept, key] = await Promise.all([redact(workspace), this.cipherKey()]);
    const record: KeptRecord = { id, changedAt: now(), hasKeys: key !== null, ...kept };
    const sealed = key === null ? {} : { sealed: await seal(key, fullText(workspace), crypto) };
    await storage.write({ ...record, ...sealed });
  }

  /** With its private keys where they are kept and can be decrypted. */
  async load(id: string): Promise<KeptReading> {
    const { storage, crypto } = this.#ports;
    const [record, key] = await Promise.all([storage.read(id), this.cipherKey()]);
    if (record === null) return { ok: false, reason: 'damaged' };
    const { sealed } = record;
    const full = key === null || !sealed ? null : await unseal(key, sealed, crypto);
    const reading = full === null ? null : readKept(full);
    return reading?.ok === true ? reading : readKept(record.text);
  }

  /** Without a key, what was encrypted is taken out of every workspace too. */
  async setCipherKey(key: CryptoKey | null): Promise<void> {
    const { storage } = this.#ports;
    await storage.writeCipherKey(key);
    if (key !== null) return;
    for (const { id } of await storage.list()) {
      const record = await storage.read(id);
      if (record?.sealed === undefined) continue;
      const { name, changedAt, removed, text } = record;
      await storage.write({ id, name, changedAt, removed, text, hasKeys: false });
    }
  }
}
