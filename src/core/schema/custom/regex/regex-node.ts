/** Inclusive code point range. */
export type CodePointRange = readonly [from: number, to: number];

/** What a pattern means: the tree that `parseRegex` reads and `compileRegex` turns into steps. */
export type RegexNode =
  | { readonly kind: 'set'; readonly ranges: readonly CodePointRange[]; readonly negated: boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly options: readonly RegexNode[] }
  | {
      readonly kind: 'repeat';
      readonly body: RegexNode;
      readonly least: number;
      /** `Infinity` where there is no upper bound. */
      readonly most: number;
      readonly greedy: boolean;
    }
  | { readonly kind: 'assert'; readonly what: RegexAssertion };

export type RegexAssertion =
  'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word-boundary' | 'no-word-boundary';
