import type { ChainContext } from '../libcrypto/chain-context.ts';
import type { BoringsslRequest } from '../types.ts';
import type { ErrorQueue } from './queue/error-queue.ts';

/** What the checks of one verification by BoringSSL share. */
export interface BoringsslContext extends ChainContext<BoringsslRequest> {
  /** `bad_chain`: no trusted path; the policies are not looked at then. */
  badChain: boolean;
  readonly queue: ErrorQueue;
}
