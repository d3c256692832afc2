import type { VerifyEvent } from '../types.ts';
import { opensslError } from './opensslErrors.ts';

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

  /** The library stops here without asking the callback (`ctx->error = …; return -1`). */
  abort(code: number, depth: number): void {
    this.fatalEvent = this.event(code, depth);
    this.list.push(this.fatalEvent);
  }

  private event(code: number, depth: number): VerifyEvent {
    return { library: 'openssl', code, depth, ...opensslError(code) };
  }
}
