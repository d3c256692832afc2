import { applyEdit, askLanguage } from '../../../../state/index.ts';
import type { FileModels } from '../file-models.ts';
import type { monaco } from '../monaco.ts';
import { placeOf, toModelRange } from './place.ts';

/** Renames an object with everything that names it: one entry of the history, not one of Monaco's edits. */
export function renameProvider(models: FileModels): monaco.languages.RenameProvider {
  return {
    async resolveRenameLocation(model, position) {
      const place = placeOf(models, model, position);
      const found = place && (await askLanguage({ about: 'rename-place', ...place }));
      if (found === null) return { ...nothing(position), rejectReason: 'No object is named here.' };
      return { range: toModelRange(models, model, found.range), text: found.name };
    },
    async provideRenameEdits(model, position, newName) {
      const place = placeOf(models, model, position);
      const found = place && (await askLanguage({ about: 'rename-place', ...place }));
      if (found === null) return { edits: [] };
      const outcome = await applyEdit({ do: 'rename', key: found.objectKey, name: newName });
      return { edits: [], ...(outcome.kind === 'refused' && { rejectReason: outcome.why }) };
    },
  };
}

function nothing({ lineNumber, column }: monaco.IPosition): monaco.languages.RenameLocation {
  const [startLineNumber, startColumn] = [lineNumber, column];
  return {
    range: { startLineNumber, startColumn, endLineNumber: lineNumber, endColumn: column },
    text: '',
  };
}
