import type { VerifyEvent } from '../types.ts';
import { opensslError } from './openssl-errors.ts';

/** Collects what the verify callback would be told, in library order, as if it always returned 1. */
export class EventLog {
  private readonly list: VerifyEvent[] = [];
  private fatalEvent: VerifyEvent | undefined;

  get events(): readonly VerifyEvent[] {
    return this.list;
  }

  get fatal(): VerifyEvent | undefined {
    return this.fatalEvent;
  }

  /** `verify_cb_cert(ctx, …, depth, code)`. */
  report(code: number, depth: number): void {
    this.list.push(this.event(code, depth));
  }

  /**
   * The library stops here without asking the callback. Its error field then holds `code`, or, when there is none,
   * what was reported last (`X509_verify_cert` sees to it that it is not 0: then it is 1).
   */
  abort(depth: number, code?: 1): void {
    const last = this.list[this.list.length - 1];
    this.fatalEvent = code === undefined && last ? last : this.event(code ?? 1, depth);
  }

  private event(code: number, depth: number): VerifyEvent {
    return { library: 'openssl', code, depth, ...opensslError(code) };
  }
}
