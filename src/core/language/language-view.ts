import { editSource, type EditSource } from '../edits/index.ts';
import type { ManifestObject, ParsedFile, ParseOptions } from '../manifest/index.ts';
import { DEFAULT_CRDS, type Workspace, type WorkspaceFile } from '../model/index.ts';
import { customDefinitions } from '../schema/custom/custom-definitions.ts';
import { isCrd } from '../schema/custom/is-crd.ts';
import { readCrd, type ReadCrd } from '../schema/custom/read-crd.ts';
import type { AdmissionSettings, CustomDefinitions } from '../schema/index.ts';

/** What questions about a place in a file are answered from: all objects as they are written, and the CRDs. */
export interface LanguageView extends EditSource {
  readonly settings: AdmissionSettings;
  readonly custom: CustomDefinitions;
}

type Parse = (file: WorkspaceFile, options: ParseOptions) => ParsedFile;

/**
 * Makes views of workspaces.
 *
 * @param parse a parser with memory: a view is made at every key stroke
 */
export function languageViews(parse: Parse): (workspace: Workspace) => LanguageView {
  const crds = new WeakMap<ManifestObject, ReadCrd>();
  const readOnce = (object: ManifestObject): ReadCrd => {
    // Only fields are asked for: the rules need no engine.
    const read = crds.get(object) ?? readCrd(object, null);
    crds.set(object, read);
    return read;
  };
  return (workspace) => {
    const source = editSource(workspace, parse);
    const custom = customDefinitions(source.index.all.filter(isCrd).map(readOnce));
    return { ...source, settings: workspace.options.crds ?? DEFAULT_CRDS, custom };
  };
}
