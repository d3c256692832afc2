import type { Hover } from '../../../../core/language/index.ts';
import { askLanguage } from '../../../../state/index.ts';
import { implementationNames } from '../../../../views/format/words.ts';
import type { FileModels } from '../file-models.ts';
import type { monaco } from '../monaco.ts';
import { placeOf, toModelRange } from './place.ts';

/** Help about the field or name under the pointer; findings are told by their markers. */
export function hoverProvider(models: FileModels): monaco.languages.HoverProvider {
  return {
    async provideHover(model, position) {
      const place = placeOf(models, model, position);
      if (place === null) return null;
      const help = await askLanguage({ about: 'hover', ...place });
      if (help === null) return null;
      const contents = paragraphs(help).map((value) => ({ value }));
      return { range: toModelRange(models, model, help.range), contents };
    },
  };
}

function paragraphs({ field, facts, help, readBy, value }: Hover): readonly string[] {
  const head = [`**${escaped(field)}**`, ...facts.map(escaped)].join(' · ');
  const who = readBy
    .map(({ id, how }) => `- ${implementationNames[id]}: ${escaped(how)}`)
    .join('\n');
  return [head, escaped(value), escaped(help), who].filter((text) => text !== '');
}

/** Nothing of a manifest or a pattern is Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!<>|~$^&]/g, '\\$&');
}
