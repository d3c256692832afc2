import { createFileParser } from '../manifest/index.ts';
import type { InstalledCrds, Workspace } from '../model/index.ts';
import { languageViews, type LanguageView } from './language-view.ts';

/** A file whose text has the cursor written as `|`, among others. */
export interface MarkedWorkspace {
  readonly view: LanguageView;
  readonly fileId: string;
  readonly offset: number;
  readonly text: string;
}

/** Reads the first bar of a text as the cursor; the other texts are files beside it. */
export function marked(
  text: string,
  others: readonly string[] = [],
  crds?: InstalledCrds,
): MarkedWorkspace {
  const offset = text.indexOf('|');
  const clean = text.slice(0, offset) + text.slice(offset + 1);
  const files = [clean, ...others].map((one, at) => ({
    id: `f${String(at)}`,
    path: `file-${String(at)}.yaml`,
    text: one,
  }));
  const workspace: Workspace = {
    name: 'test',
    files,
    guides: [],
    blobs: [],
    assignments: [],
    setAside: [],
    options: {
      defaultNamespace: 'default',
      versions: {},
      implementationOverrides: {},
      at: null,
      ...(crds && { crds }),
    },
  };
  const parse = createFileParser();
  return { view: languageViews(parse)(workspace), fileId: 'f0', offset, text: clean };
}
