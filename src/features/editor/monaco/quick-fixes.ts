import type { QuickFix } from '../../../core/model/index.ts';
import { analysisStore, applyFix } from '../../../state/index.ts';
import type { FileModels } from './file-models.ts';
import { monaco } from './monaco.ts';
import { rangeOf } from './show-findings.ts';

/** Offers the fixes of the findings at the cursor on the light bulb; applying one is one history entry. */
export function registerQuickFixes(
  editor: monaco.editor.IStandaloneCodeEditor,
  models: FileModels,
): monaco.IDisposable {
  const command = editor.addCommand(0, (_, fix: QuickFix) => {
    applyFix(fix);
  });
  return monaco.languages.registerCodeActionProvider('yaml', {
    provideCodeActions(model, range, context) {
      const fileId = models.fileOf(model);
      const findings = analysisStore.getState().analysis?.findings ?? [];
      if (fileId === undefined || command === null)
        return { actions: [], dispose: () => undefined };
      const actions = findings.flatMap((finding) => {
        const at = rangeOf(models, model, fileId, finding);
        if (at === null || !monaco.Range.areIntersectingOrTouching(at, range)) return [];
        const diagnostics = context.markers.filter(({ code }) => code === finding.code);
        return finding.fixes.map((fix, i) => ({
          title: fix.title,
          kind: 'quickfix',
          diagnostics,
          isPreferred: i === 0,
          command: { id: command, title: fix.title, arguments: [fix] },
        }));
      });
      return { actions, dispose: () => undefined };
    },
  });
}
