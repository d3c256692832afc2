import type { WorkspaceOptions } from '../model/index.ts';
import type { ConversionDraft } from './conversion-draft.ts';
import type { Scope } from './source/scope.ts';

/** Who runs what after the conversion: the classes of its Gateways say so, and no longer an override. */
export function optionsAfter(
  { source, request }: ConversionDraft,
  { gateways }: Pick<Scope, 'gateways'>,
): Pick<WorkspaceOptions, 'versions' | 'implementationOverrides'> {
  const { versions, implementationOverrides } = source.workspace.options;
  const overrides = Object.entries(implementationOverrides).filter(
    ([key]) => !gateways.includes(key),
  );
  return {
    versions: { ...versions, [request.to]: request.version },
    implementationOverrides: Object.fromEntries(overrides),
  };
}
