import type { Library, VerifyEvent } from '../types.ts';

/** A library's own name and text for an error number. */
export type ErrorWords = (code: number) => { readonly name: string; readonly text: string };

/** Collects what the verify callback would be told, in library order, as if it always returned 1. */
export class EventLog {
  private readonly list: VerifyEvent[] = [];
  private fatalEvent: VerifyEvent | undefined;
  private readonly library: Library;
  private readonly words: ErrorWords;

  constructor(library: Library, words: ErrorWords) {
    this.library = library;
    this.words = words;
  }

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
  abort(depth: number, code?: number): void {
    const last = this.list[this.list.length - 1];
    this.fatalEvent = code === undefined && last ? last : this.event(code ?? 1, depth);
  }

  private event(code: number, depth: number): VerifyEvent {
    return { library: this.library, code, depth, ...this.words(code) };
  }
}
