import type { PublicText } from '../../core/redact/index.ts';
import type { Sealed } from './cipher.ts';

/** A workspace on the device, as a list shows it. */
export interface KeptHeader {
  readonly id: string;
  readonly name: PublicText;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
  /** Private keys that were left out of the text. */
  readonly removed: number;
  /** Whether the keys are there too, encrypted. */
  readonly hasKeys: boolean;
}

/** A workspace on the device. Only text that went through the redactor, and cipher text, can be stored. */
export interface KeptRecord extends KeptHeader {
  readonly text: PublicText;
  readonly sealed?: Sealed;
}

/** Where workspaces are kept. Every call may reject: a browser can refuse storage, or have no room. */
export interface DeviceStorage {
  /** Newest change first. */
  readonly list: () => Promise<readonly KeptHeader[]>;
  readonly read: (id: string) => Promise<KeptRecord | null>;
  readonly write: (record: KeptRecord) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  /** The key of the device's cipher; null as long as the user has not asked for keys to be kept. */
  readonly readCipherKey: () => Promise<CryptoKey | null>;
  readonly writeCipherKey: (key: CryptoKey | null) => Promise<void>;
  /** Leaves nothing. */
  readonly erase: () => Promise<void>;
}

/** Which workspace is on show: kept for this tab and, for the next tab, on the device. */
export interface Pointer {
  readonly read: () => string | null;
  readonly write: (id: string | null) => void;
}

/** Makes this tab the one that writes a workspace; null while another tab is. The result gives it up. */
export type Claim = (id: string) => Promise<(() => void) | null>;

/** What the user is told, quietly, once. */
export type KeepNotice =
  | { readonly kind: 'restored'; readonly name: string; readonly removed: number }
  | { readonly kind: 'elsewhere'; readonly id: string; readonly name: string }
  | { readonly kind: 'copied'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly name: string; readonly reason: 'newer' | 'damaged' }
  | { readonly kind: 'refused'; readonly reason: 'full' | 'denied' };

export interface KeepState {
  /** True from the start until it is known whether there is something to restore. */
  readonly restoring: boolean;
  /** `none`: nothing to keep. `refused`: the browser does not let us. */
  readonly saved: 'none' | 'saving' | 'saved' | 'refused';
  readonly list: readonly KeptHeader[];
  readonly keepKeys: boolean;
  readonly notice: KeepNotice | null;
}
