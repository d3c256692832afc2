/** Headers that one kind of modifier has put together so far, by name in small letters. */
export interface ModifiedHeaders {
  readonly added: Set<string>;
  readonly removed: Set<string>;
}

/** Which part of the request's URL is rewritten, by a filter of the Gateway API or of Envoy Gateway. */
export type Rewritten = 'path' | 'host' | 'extension-path' | 'extension-host';

/**
 * What the filters of one list have come to while they are gone through in order; later ones are judged by it.
 *
 * @see internal/gatewayapi/filters.go `HTTPFilterIR`
 */
export interface FilterProgress {
  readonly request: ModifiedHeaders;
  readonly response: ModifiedHeaders;
  readonly rewritten: Set<Rewritten>;
  redirects: boolean;
  mirrors: number;
  hasMatches: boolean;
  /** Status of a direct response; further filters are not looked at. */
  directResponse?: number;
}

/** Nothing done yet. */
export function startFilters(): FilterProgress {
  const headers = (): ModifiedHeaders => ({ added: new Set(), removed: new Set() });
  return {
    request: headers(),
    response: headers(),
    rewritten: new Set(),
    redirects: false,
    mirrors: 0,
    hasMatches: false,
  };
}
