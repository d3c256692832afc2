import type { Completion } from '../../../../core/language/index.ts';
import { askLanguage } from '../../../../state/index.ts';
import type { FileModels } from '../file-models.ts';
import { monaco } from '../monaco.ts';
import { placeOf, toModelRange } from './place.ts';

const KINDS = {
  field: monaco.languages.CompletionItemKind.Property,
  value: monaco.languages.CompletionItemKind.EnumMember,
  object: monaco.languages.CompletionItemKind.Reference,
  kind: monaco.languages.CompletionItemKind.Class,
} as const;

/** Completion at the cursor. A blank asks by itself only where a value or an item begins. */
export function completionProvider(models: FileModels): monaco.languages.CompletionItemProvider {
  return {
    triggerCharacters: [' '],
    async provideCompletionItems(model, position, { triggerCharacter }) {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const place = placeOf(models, model, position);
      const isIdle = triggerCharacter === ' ' && !/(?:[\w"']:|-) $/.test(before);
      if (place === null || isIdle) return { suggestions: [] };
      const found = await askLanguage({ about: 'complete', ...place });
      return { suggestions: found.map((one, at) => item(models, model, one, at)) };
    },
  };
}

function item(
  models: FileModels,
  model: monaco.editor.ITextModel,
  { label, kind, insert, replace, detail, help, also, again }: Completion,
  at: number,
): monaco.languages.CompletionItem {
  return {
    label: { label, description: detail },
    kind: KINDS[kind],
    insertText: insert,
    filterText: label,
    sortText: String(at).padStart(5, '0'),
    range: toModelRange(models, model, replace),
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.KeepWhitespace,
    ...(help !== '' && { documentation: help }),
    additionalTextEdits: also.map(({ range, text }) => ({
      range: toModelRange(models, model, range),
      text,
    })),
    ...(again && { command: { id: 'editor.action.triggerSuggest', title: 'Complete' } }),
  };
}
