import type { ParsedNode } from 'yaml';
import { parseStream } from '../../manifest/document-tree.ts';
import { toJson } from '../../manifest/to-json.ts';
import type { JsonValue } from '../../manifest/types.ts';
import { spotAt, type Spot } from './spot.ts';

/** What stands at an offset of one document, and all that the document says. */
export interface ReadSpot {
  readonly root: ParsedNode;
  readonly json: JsonValue;
  readonly spot: Spot;
}

/** Reads what can be read of a document that may be half typed; null where nothing stands at the offset. */
export function readSpot(text: string, offset: number): ReadSpot | null {
  for (const { contents } of parseStream(text)) {
    const spot = contents && spotAt(contents, offset);
    if (spot) return { root: contents, json: toJson(contents).value, spot };
  }
  return null;
}
