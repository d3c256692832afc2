import type { RenderedFinding } from '../../../core/analysis/types.ts';
import type { QuickFix } from '../../../core/model/index.ts';
import { analysisStore, applyFix, askOutlook } from '../../../state/index.ts';
import type { FileModels } from './file-models.ts';
import { monaco } from './monaco.ts';
import { linesOf } from './show-findings.ts';

/** Working out more of them would keep the menu waiting. */
const MOST_OUTLOOKS = 4;

/** Offers the fixes of the findings in the cursor's line on the light bulb; applying one is one history entry. */
export function registerQuickFixes(
  editor: monaco.editor.IStandaloneCodeEditor,
  models: FileModels,
): monaco.IDisposable {
  const command = editor.addCommand(0, (_, fix: QuickFix) => {
    applyFix(fix);
  });
  return monaco.languages.registerCodeActionProvider('yaml', {
    async provideCodeActions(model, range, context) {
      const fileId = models.fileOf(model);
      const findings = analysisStore.getState().analysis?.findings ?? [];
      if (fileId === undefined || command === null)
        return { actions: [], dispose: () => undefined };
      const offered = inLines(models, model, fileId, findings, range).flatMap((finding) => {
        const diagnostics = context.markers.filter(({ code }) => code === finding.code);
        return finding.fixes.map((fix, i) => ({
          fix,
          diagnostics,
          isPreferred: i === 0,
          connectionId: finding.connectionIds?.[0],
        }));
      });
      const actions = await Promise.all(
        offered.map(async ({ fix, diagnostics, isPreferred, connectionId }, i) => ({
          title: i < MOST_OUTLOOKS ? await titleWithVerdict(fix, connectionId) : fix.title,
          kind: 'quickfix',
          diagnostics,
          isPreferred,
          command: { id: command, title: fix.title, arguments: [fix] },
        })),
      );
      return { actions, dispose: () => undefined };
    },
  });
}

/** Findings that stand in the lines of `range`, whole values and objects too, those with the fewest lines first. */
function inLines(
  models: FileModels,
  model: monaco.editor.ITextModel,
  fileId: string,
  findings: readonly RenderedFinding[],
  { startLineNumber, endLineNumber }: monaco.IRange,
): readonly RenderedFinding[] {
  return findings
    .flatMap((finding) => {
      const at = linesOf(models, model, fileId, finding);
      const isHere = at !== null && at.first <= endLineNumber && at.last >= startLineNumber;
      return isHere ? [{ finding, lines: at.last - at.first }] : [];
    })
    .sort((a, b) => a.lines - b.lines)
    .map(({ finding }) => finding);
}

/** The title, and what the connection of the finding (or the only one) would come to. */
async function titleWithVerdict(fix: QuickFix, connectionId: string | undefined): Promise<string> {
  try {
    const { connections } = await askOutlook(fix.edits);
    const [only] = connections;
    const outcome =
      connections.find((one) => one.connectionId === connectionId) ??
      (connections.length === 1 ? only : undefined);
    return outcome === undefined ? fix.title : `${fix.title} (${outcome.headline})`;
  } catch {
    return fix.title;
  }
}
