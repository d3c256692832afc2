import type { Workspace } from '../../core/model/index.ts';
import type { KeptText } from '../../core/storage/index.ts';
import type { Studio } from '../studio.ts';
import type { Claim, DeviceStorage, Pointer } from './types.ts';

/** What keeping needs of the world. */
export interface KeeperPorts {
  readonly studio: Studio;
  readonly storage: DeviceStorage;
  readonly pointer: Pointer;
  readonly claim: Claim;
  /** `keepableText`, in the worker. Rejects when the worker was stopped. */
  readonly redact: (workspace: Workspace) => Promise<KeptText>;
  readonly now: () => number;
  /** Runs `save` a while later; the result calls it off. */
  readonly wait: (save: () => void) => () => void;
  readonly newId: () => string;
  readonly crypto: Crypto;
}
