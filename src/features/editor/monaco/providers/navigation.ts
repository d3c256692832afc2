import { askLanguage } from '../../../../state/index.ts';
import type { FileModels } from '../file-models.ts';
import type { monaco } from '../monaco.ts';
import { locationsOf, placeOf } from './place.ts';

/** Where a name is defined, in any file. */
export function definitionProvider(models: FileModels): monaco.languages.DefinitionProvider {
  return {
    async provideDefinition(model, position) {
      const place = placeOf(models, model, position);
      if (place === null) return [];
      return locationsOf(models, await askLanguage({ about: 'definition', ...place }));
    },
  };
}

/** Everything that names an object, in every file. */
export function referenceProvider(models: FileModels): monaco.languages.ReferenceProvider {
  return {
    async provideReferences(model, position) {
      const place = placeOf(models, model, position);
      if (place === null) return [];
      return locationsOf(models, await askLanguage({ about: 'references', ...place }));
    },
  };
}
