import { editSource, type EditSource } from '../edits/index.ts';
import type { ParsedFile, ParseOptions } from '../manifest/index.ts';
import { DEFAULT_CRDS, type Workspace, type WorkspaceFile } from '../model/index.ts';
import { customReader } from '../schema/custom/custom-reader.ts';
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
  const readCustom = customReader();
  return (workspace) => {
    const source = editSource(workspace, parse);
    const custom = readCustom(source.index.all);
    return { ...source, settings: workspace.options.crds ?? DEFAULT_CRDS, custom };
  };
}
