import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Workspace } from '../../core/model/index.ts';
import { isEmptyWorkspace } from '../empty-workspace.ts';
import { Claims } from './Claims.ts';
import { createCipherKey } from './cipher.ts';
import type { KeeperPorts } from './keeper-ports.ts';
import { KeptShelf } from './KeptShelf.ts';
import { refusal } from './refusal.ts';
import type { KeepNotice, KeepState } from './types.ts';

interface Unsaved {
  readonly id: string;
  readonly workspace: Workspace;
}

/** Keeps the workspace on show on the device, brings it back, and looks after the others that are kept there. */
export class Keeper {
  readonly store: StoreApi<KeepState>;
  readonly #ports: KeeperPorts;
  readonly #claims: Claims;
  readonly #shelf: KeptShelf;
  #unsaved: Unsaved | null = null;
  #callOff: (() => void) | null = null;
  #queue: Promise<void> = Promise.resolve();
  #unsubscribe: () => void = () => undefined;

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
    this.#claims = new Claims(ports.claim);
    this.#shelf = new KeptShelf(ports);
    this.store = createStore<KeepState>(() => ({
      restoring: ports.pointer.read() !== null,
      saved: 'none',
      list: [],
      keepKeys: false,
      notice: null,
    }));
  }

  /** Brings back what was on show, then keeps every change. Never rejects. */
  async start(): Promise<void> {
    const { studio } = this.#ports;
    this.#unsubscribe = studio.store.subscribe((state, before) => {
      if (state.workspace === before.workspace && state.workspaceId === before.workspaceId) return;
      this.#changed({ id: state.workspaceId, workspace: state.workspace });
    });
    await this.#guarded(async () => {
      this.store.setState({ keepKeys: (await this.#shelf.cipherKey()) !== null });
      await this.refresh();
      await this.#restore();
    });
    this.store.setState({ restoring: false });
  }

  dispose(): void {
    this.#unsubscribe();
    this.#callOff?.();
    this.#unsaved = null;
    this.#claims.dropAll();
  }

  dismissNotice(): void {
    this.store.setState({ notice: null });
  }

  /** Reads the list again: another tab may have changed it. */
  async refresh(): Promise<void> {
    this.store.setState({ list: await this.#shelf.list() });
  }

  /** Saves what is not saved yet, without waiting longer. */
  flush(): Promise<void> {
    this.#callOff?.();
    this.#callOff = null;
    const unsaved = this.#unsaved;
    this.#unsaved = null;
    if (unsaved !== null)
      this.#queue = this.#queue.then(() => this.#guarded(() => this.#save(unsaved)));
    return this.#queue;
  }

  /** Shows a kept workspace; what is on show now stays kept. */
  async open(id: string): Promise<void> {
    await this.flush();
    await this.#guarded(async () => {
      if (!(await this.#take(id))) return;
      const found = await this.#shelf.load(id);
      if (!found.ok)
        this.#say({ kind: 'unreadable', name: this.#nameOf(id), reason: found.reason });
      else this.#show(found.workspace, id, found.removed);
    });
  }

  /** Keeps a copy under a name of its own; `show` goes on with the copy. */
  async duplicate(id: string, show = false): Promise<void> {
    await this.flush();
    await this.#guarded(async () => {
      const found = await this.#shelf.load(id);
      if (!found.ok) return;
      const copy = this.#ports.newId();
      const workspace = { ...found.workspace, name: `${found.workspace.name} (copy)` };
      await this.#shelf.put(copy, workspace);
      await this.refresh();
      if (show) await this.open(copy);
    });
  }

  /** Renames a workspace, on show or not. */
  async rename(id: string, name: string): Promise<void> {
    const { studio } = this.#ports;
    if (studio.store.getState().workspaceId === id) {
      studio.update({ type: 'rename', label: `Rename to ${name}`, name });
      await this.flush();
      return;
    }
    await this.#guarded(async () => {
      if (!(await this.#take(id))) return;
      const found = await this.#shelf.load(id);
      if (found.ok) await this.#shelf.put(id, { ...found.workspace, name });
      await this.refresh();
    });
  }

  /** Takes a workspace off the device; one that is on show is closed. */
  async remove(id: string): Promise<void> {
    await this.flush();
    await this.#guarded(async () => {
      if (!(await this.#take(id))) return;
      const { studio, newId } = this.#ports;
      const { workspaceId } = studio.store.getState();
      if (workspaceId === id) studio.resume(this.#shelf.nothing, newId());
      await this.#shelf.remove(id);
      await this.refresh();
    });
  }

  /** Keeps private keys too, encrypted, or takes those that are kept away again. */
  async setKeepKeys(on: boolean): Promise<void> {
    await this.flush();
    await this.#guarded(async () => {
      await this.#shelf.setCipherKey(on ? await createCipherKey(this.#ports.crypto) : null);
      this.store.setState({ keepKeys: on });
      const { workspace, workspaceId } = this.#ports.studio.store.getState();
      await this.#save({ id: workspaceId, workspace });
    });
  }

  /** Erases everything that is kept on the device and keeps nothing from now on. */
  async forgetAll(): Promise<void> {
    this.dispose();
    await this.#queue;
    await this.#ports.storage.erase();
    this.#ports.pointer.write(null);
  }

  #changed(next: Unsaved): void {
    const before = this.#unsaved;
    if (before !== null && before.id !== next.id) void this.flush();
    this.#unsaved = next;
    if (!isEmptyWorkspace(next.workspace)) this.store.setState({ saved: 'saving' });
    this.#callOff ??= this.#ports.wait(() => {
      void this.flush();
    });
  }

  async #save(unsaved: Unsaved): Promise<void> {
    const { id, workspace } = unsaved;
    const known = this.store.getState().list.some((one) => one.id === id);
    if (isEmptyWorkspace(workspace) && !known) {
      this.#ports.pointer.write(null);
      this.store.setState({ saved: 'none' });
      return;
    }
    if ((await this.#claims.take(id)) === 'elsewhere') {
      this.#fork(workspace);
      return;
    }
    try {
      await this.#shelf.put(id, workspace);
    } catch (fault) {
      this.#unsaved ??= unsaved;
      throw fault;
    }
    this.#ports.pointer.write(id);
    await this.refresh();
    if (this.#unsaved === null) this.store.setState({ saved: 'saved' });
  }

  /** Another tab writes this workspace: here it goes on as a copy, so that neither loses anything. */
  #fork(workspace: Workspace): void {
    const { studio, newId } = this.#ports;
    this.#say({ kind: 'copied', name: workspace.name });
    studio.moveTo(newId());
  }

  async #restore(): Promise<void> {
    const id = this.#ports.pointer.read();
    if (id === null || !this.store.getState().list.some((one) => one.id === id)) return;
    if (!(await this.#take(id))) return;
    const found = await this.#shelf.load(id);
    const { studio } = this.#ports;
    if (!found.ok) {
      this.#say({ kind: 'unreadable', name: this.#nameOf(id), reason: found.reason });
      return;
    }
    const { workspace, removed } = found;
    if (isEmptyWorkspace(workspace) || !isEmptyWorkspace(studio.store.getState().workspace)) return;
    studio.resume(workspace, id);
    this.#settled(id);
    this.#say({ kind: 'restored', name: workspace.name, removed });
  }

  #show(workspace: Workspace, id: string, removed: number): void {
    const label = `Open ${workspace.name}`;
    const { studio } = this.#ports;
    studio.setScreen('workspace');
    studio.update({ type: 'replace-workspace', label, workspace, workspaceId: id });
    this.#settled(id);
    this.#say(removed === 0 ? null : { kind: 'restored', name: workspace.name, removed });
  }

  /** What was just read needs no writing. */
  #settled(id: string): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#unsaved = null;
    this.#ports.pointer.write(id);
    this.store.setState({ saved: 'saved' });
  }

  /** Whether this tab may write the workspace; says so when another one does. */
  async #take(id: string): Promise<boolean> {
    const held = (await this.#claims.take(id)) === 'held';
    if (!held) this.#say({ kind: 'elsewhere', id, name: this.#nameOf(id) });
    return held;
  }

  #say(notice: KeepNotice | null): void {
    this.store.setState({ notice });
  }

  #nameOf(id: string): string {
    return this.store.getState().list.find((one) => one.id === id)?.name ?? 'The workspace';
  }

  /** Storage that is refused or full is said once; the app goes on, and the next change tries again. */
  async #guarded(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      const reason = refusal(fault);
      if (reason === null) {
        this.#callOff ??= this.#ports.wait(() => void this.flush());
        return;
      }
      if (this.store.getState().saved !== 'refused') this.#say({ kind: 'refused', reason });
      this.store.setState({ saved: 'refused' });
    }
  }
}
