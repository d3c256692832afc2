import { implementationInfo } from '../../implementations/index.ts';
import type { ConversionDraft } from '../conversion-draft.ts';

/** The release of the implementation that is left: the chosen one, or the newest. */
export function sourceVersion({ source, request }: ConversionDraft): string {
  const { versions } = source.workspace.options;
  return versions[request.from] ?? implementationInfo[request.from].defaultVersion;
}
