import { stringAt } from '../../gateway-api/index.ts';
import { knownKinds, type KindDefinition } from '../../schema/index.ts';
import { kindHelp } from '../../help/index.ts';
import type { LanguageView } from '../language-view.ts';
import type { CursorContext } from '../syntax/cursor-context.ts';
import type { Offer } from './completion.ts';

/** `group/version`, or the version alone in the core group. */
function apiVersionOf({ group, version }: KindDefinition): string {
  return group === '' ? version : `${group}/${version}`;
}

/** For `kind`: every kind that is served; one that `apiVersion` has not been written for brings it along. */
export function completeKind(view: LanguageView, context: CursorContext): readonly Offer[] {
  const { object, replace, column } = context;
  const written = stringAt(object, ['apiVersion']);
  const kinds = knownKinds(view.settings, view.custom);
  const fitting = kinds.filter((one) => apiVersionOf(one) === written);
  return (fitting.length > 0 ? fitting : kinds).map((definition) => {
    const apiVersion = apiVersionOf(definition);
    const before = replace.start - 'kind: '.length;
    const isBare = written === undefined && !context.flow && column === 'kind: '.length;
    return {
      label: definition.kind,
      kind: 'kind',
      detail: apiVersion,
      help: kindHelp(definition),
      ...(isBare && {
        also: [{ range: { start: before, end: before }, text: `apiVersion: ${apiVersion}\n` }],
      }),
    };
  });
}

/** For `apiVersion`: those that serve the kind written, else all. */
export function completeApiVersion(
  view: LanguageView,
  { object }: CursorContext,
): readonly Offer[] {
  const kind = stringAt(object, ['kind']);
  const kinds = knownKinds(view.settings, view.custom);
  const fitting = kinds.filter((one) => one.kind === kind);
  const versions = new Map<string, string[]>();
  for (const one of fitting.length > 0 ? fitting : kinds) {
    const apiVersion = apiVersionOf(one);
    versions.set(apiVersion, [...(versions.get(apiVersion) ?? []), one.kind]);
  }
  return [...versions].map(([label, names]) => ({
    label,
    kind: 'value',
    detail: names.join(', '),
  }));
}

/** For an empty document: the head of every kind, down to the name. */
export function completeHeads(view: LanguageView): readonly Offer[] {
  return knownKinds(view.settings, view.custom).map((definition) => ({
    label: definition.kind,
    kind: 'kind',
    detail: apiVersionOf(definition),
    help: kindHelp(definition),
    insert: [
      `apiVersion: ${apiVersionOf(definition)}`,
      `kind: ${definition.kind}`,
      'metadata:',
      '  name: ',
    ].join('\n'),
    rank: 6,
  }));
}
