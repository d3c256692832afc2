import type { LanguageAnswers, LanguageQuestion } from '../core/language/index.ts';
import { client } from './analysis-bindings.ts';
import { studio } from './bindings.ts';

type WithoutWorkspace<Question> = Question extends unknown ? Omit<Question, 'workspace'> : never;

/** A question without the workspace, which is the one that stands. */
export type EditorQuestion = WithoutWorkspace<LanguageQuestion>;

/**
 * Asks the worker about a text, or about a place in the workspace as it stands. Rejects when the worker was stopped and
 * by a fault of the app.
 */
export async function askLanguage<About extends LanguageQuestion['about']>(
  question: EditorQuestion & { readonly about: About },
): Promise<LanguageAnswers[About]> {
  const answer = await client().ask<'language'>({
    kind: 'language',
    question: 'text' in question ? question : { ...question, workspace: manifests() },
  }).answer;
  // The worker answers a question with the answer of its kind: decoded here, once.
  return answer as LanguageAnswers[About];
}

/** Dropped files and guides hold no manifests: they need not travel with every key. */
function manifests() {
  return { ...studio.store.getState().workspace, blobs: [], guides: [] };
}
