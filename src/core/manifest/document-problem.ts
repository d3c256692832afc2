import type { Severity, TextRange } from '../model/index.ts';
import type { ManifestFindingCode } from './findings.ts';

/** Something found while reading one document; the range counts from the document's first character. */
export interface DocumentProblem {
  readonly code: ManifestFindingCode;
  readonly severity: Severity;
  readonly range: TextRange;
  /** A second place that takes part, e.g. the later of two equal keys. */
  readonly related?: TextRange;
  /** Set when the problem is one of an object and not of its document. */
  readonly objectId?: string;
  readonly params: Readonly<Record<string, string>>;
}
