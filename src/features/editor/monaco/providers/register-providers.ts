import { studio } from '../../../../state/index.ts';
import type { FileModels } from '../file-models.ts';
import { monaco } from '../monaco.ts';
import { completionProvider } from './completion.ts';
import { hoverProvider } from './hover.ts';
import { foldingProvider, formattingProvider, symbolProvider } from './layout.ts';
import { definitionProvider, referenceProvider } from './navigation.ts';
import { renameProvider } from './rename.ts';

const YAML = 'yaml';

/** Everything that Monaco asks about a manifest, answered by the worker. The result ends it. */
export function registerProviders(models: FileModels): monaco.IDisposable {
  const { languages } = monaco;
  const registered = [
    languages.registerCompletionItemProvider(YAML, completionProvider(models)),
    languages.registerHoverProvider(YAML, hoverProvider(models)),
    languages.registerDefinitionProvider(YAML, definitionProvider(models)),
    languages.registerReferenceProvider(YAML, referenceProvider(models)),
    languages.registerRenameProvider(YAML, renameProvider(models)),
    languages.registerDocumentFormattingEditProvider(YAML, formattingProvider(models)),
    languages.registerDocumentSymbolProvider(YAML, symbolProvider),
    languages.registerFoldingRangeProvider(YAML, foldingProvider),
    monaco.editor.registerEditorOpener({ openCodeEditor: openIn(models) }),
  ];
  return {
    dispose: () => {
      for (const one of registered) one.dispose();
    },
  };
}

/** Another file is shown by the app, which keeps one editor for all of them. */
function openIn(models: FileModels): monaco.editor.ICodeEditorOpener['openCodeEditor'] {
  return (source, resource, target) => {
    if (source.getModel()?.uri.toString() === resource.toString()) return false;
    const found = models
      .entries()
      .find(([, model]) => model.uri.toString() === resource.toString());
    const map = found && models.mapOf(found[0]);
    if (found === undefined || map === undefined || target === undefined) return false;
    const [fileId, model] = found;
    const range = 'lineNumber' in target ? monaco.Range.fromPositions(target) : target;
    studio.reveal(fileId, {
      start: map.toFile(model.getOffsetAt(monaco.Range.getStartPosition(range))),
      end: map.toFile(model.getOffsetAt(monaco.Range.getEndPosition(range))),
    });
    return true;
  };
}
