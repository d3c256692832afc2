import type { FoldingRange, OutlineSymbol } from '../../../../core/language/index.ts';
import { askLanguage } from '../../../../state/index.ts';
import type { FileModels } from '../file-models.ts';
import { monaco } from '../monaco.ts';
import { rangeIn } from './place.ts';

const { SymbolKind, FoldingRangeKind } = monaco.languages;

const KINDS = {
  object: SymbolKind.Class,
  map: SymbolKind.Object,
  list: SymbolKind.Array,
  item: SymbolKind.Struct,
  value: SymbolKind.Field,
} as const;

/** Lays the file out; nothing but white space changes. */
export function formattingProvider(
  models: FileModels,
): monaco.languages.DocumentFormattingEditProvider {
  return {
    async provideDocumentFormattingEdits(model) {
      const edits = await askLanguage({ about: 'format', text: model.getValue() });
      if (edits.length > 0) models.expectFormat(model);
      return edits.map(({ range, text }) => ({ range: rangeIn(model, range), text }));
    },
  };
}

/** The objects of the file and their fields. */
export const symbolProvider: monaco.languages.DocumentSymbolProvider = {
  displayName: 'Objects',
  async provideDocumentSymbols(model) {
    const found = await askLanguage({ about: 'symbols', text: model.getValue() });
    return found.map((one) => symbol(model, one));
  },
};

function symbol(
  model: monaco.editor.ITextModel,
  { kind, name, detail, range, selection, children }: OutlineSymbol,
): monaco.languages.DocumentSymbol {
  return {
    name,
    detail,
    kind: KINDS[kind],
    tags: [],
    range: rangeIn(model, range),
    selectionRange: rangeIn(model, selection),
    children: children.map((one) => symbol(model, one)),
  };
}

/** Documents, fields, PEM blocks and comments. */
export const foldingProvider: monaco.languages.FoldingRangeProvider = {
  async provideFoldingRanges(model) {
    const found = await askLanguage({ about: 'folding', text: model.getValue() });
    return found.map((one) => fold(model, one));
  },
};

function fold(
  model: monaco.editor.ITextModel,
  { range, kind }: FoldingRange,
): monaco.languages.FoldingRange {
  const { startLineNumber: start, endLineNumber: end } = rangeIn(model, range);
  return { start, end, ...(kind === 'comment' && { kind: FoldingRangeKind.Comment }) };
}
