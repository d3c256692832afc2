import type { SourceRef, Workspace } from '../model/index.ts';
import { complete } from './complete/complete.ts';
import type { Completion } from './complete/completion.ts';
import { format, type FormatEdit } from './format/format.ts';
import { hover, type Hover } from './help/hover.ts';
import type { LanguageView } from './language-view.ts';
import { definition } from './navigate/definition.ts';
import { references } from './navigate/references.ts';
import { renamePlace, type RenamePlace } from './navigate/rename-place.ts';
import { folding, type FoldingRange } from './structure/folding.ts';
import { symbols, type OutlineSymbol } from './structure/symbols.ts';

/** A place in a workspace as it stands. */
interface At {
  readonly workspace: Workspace;
  readonly fileId: string;
  readonly offset: number;
}

interface Whole {
  readonly text: string;
}

/** What an editor asks, as plain data. */
export type LanguageQuestion =
  | ({ readonly about: 'complete' | 'hover' | 'definition' | 'references' | 'rename-place' } & At)
  | ({ readonly about: 'format' | 'symbols' | 'folding' } & Whole);

/** What each question is answered with. */
export interface LanguageAnswers {
  readonly complete: readonly Completion[];
  readonly hover: Hover | null;
  readonly definition: readonly SourceRef[];
  readonly references: readonly SourceRef[];
  readonly 'rename-place': RenamePlace | null;
  readonly format: readonly FormatEdit[];
  readonly symbols: readonly OutlineSymbol[];
  readonly folding: readonly FoldingRange[];
}

/** Answers one question. `viewOf` remembers what it has read (`languageViews`). */
export function answerLanguage(
  question: LanguageQuestion,
  viewOf: (workspace: Workspace) => LanguageView,
): LanguageAnswers[keyof LanguageAnswers] {
  switch (question.about) {
    case 'format':
      return format(question.text);
    case 'symbols':
      return symbols(question.text);
    case 'folding':
      return folding(question.text);
    case 'complete':
      return complete(viewOf(question.workspace), question.fileId, question.offset);
    case 'hover':
      return hover(viewOf(question.workspace), question.fileId, question.offset);
    case 'definition':
      return definition(viewOf(question.workspace), question.fileId, question.offset);
    case 'references':
      return references(viewOf(question.workspace), question.fileId, question.offset);
    case 'rename-place':
      return renamePlace(viewOf(question.workspace), question.fileId, question.offset);
    default:
      return question satisfies never;
  }
}
