/**
 * One entry of Envoy's `match_typed_subject_alt_names`. `exact` on a DNS name compares as `dnsNameMatch`; everything
 * else compares the text of the alternative name, a regex with the whole of it.
 */
export interface SanMatcher {
  readonly san: 'dns' | 'uri' | 'email' | 'ip';
  readonly match: 'exact' | 'prefix' | 'suffix' | 'contains' | 'regex';
  readonly value: string;
  /** `ignore_case`; without effect on a regex and on an exact DNS name, which folds anyway. */
  readonly ignoreCase?: boolean;
}
