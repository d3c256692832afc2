/** A piece of a source: text, with an address where the document has a stable one. */
export interface SourcePart {
  readonly text: string;
  readonly href?: string;
}

const DOCUMENT = /RFC (\d{3,5})|GEP-(\d{2,5})/g;

/**
 * The documents that a source names as links: RFCs at their editor, GEPs at the Gateway API. Everything else stays
 * text. Nothing is fetched: a link is followed by whoever clicks it.
 */
export function sourceParts(source: string): readonly SourcePart[] {
  const parts: SourcePart[] = [];
  let end = 0;
  for (const match of source.matchAll(DOCUMENT)) {
    const [text, rfc, gep = ''] = match;
    if (match.index > end) parts.push({ text: source.slice(end, match.index) });
    const href =
      rfc === undefined
        ? `https://gateway-api.sigs.k8s.io/geps/gep-${gep}/`
        : `https://www.rfc-editor.org/rfc/rfc${rfc}`;
    parts.push({ text, href });
    end = match.index + text.length;
  }
  if (end < source.length) parts.push({ text: source.slice(end) });
  return parts;
}
