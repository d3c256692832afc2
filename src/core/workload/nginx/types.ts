/** One directive of an nginx configuration; `block` is set when it has braces. */
export interface NginxDirective {
  readonly name: string;
  readonly args: readonly string[];
  readonly block?: readonly NginxDirective[];
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** A reason for which nginx would not start, in its own words. */
export interface NginxProblem {
  readonly message: string;
  readonly file: string;
  readonly line: number;
}
