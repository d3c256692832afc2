import type { Workspace, WorkspaceFile } from '../../model/index.ts';
import type { Change, FixCase } from './fix-case.testing.ts';

/** The example with what the case changes, and a comment on every line that opens a section. */
export function brokenWorkspace(
  example: Workspace,
  one: FixCase,
  materials: Readonly<Record<string, string>>,
): Workspace {
  const files = example.files.map((file) => {
    const changes = one.changes?.filter(([path]) => path === file.path) ?? [];
    const text = changes.reduce((before, change) => changed(before, change, one), file.text);
    const namespace = one.namespaceOf?.[file.path];
    return { ...file, text, ...(namespace !== undefined && { defaultNamespace: namespace }) };
  });
  const more = Object.entries(one.more ?? {}).map(([path, text]) => ({
    id: `more-${path}`,
    path,
    text: text.replace(/^\{\{(.*\.yaml)\}\}$/, (_, name: string) => textOf(example, name)),
  }));
  return {
    ...example,
    files: [...files, ...more].map((file) => ({ ...file, text: filled(file, materials) })),
    assignments: one.assignments ?? [],
    options: { ...example.options, ...one.options },
  };
}

function textOf({ files }: Workspace, path: string): string {
  return files.find((file) => file.path === path)?.text ?? '';
}

function changed(text: string, [path, pattern, by]: Change, { code }: FixCase): string {
  const after =
    typeof by === 'string'
      ? text.replace(pattern, by)
      : text.replace(pattern, (match: string, ...rest: readonly unknown[]) =>
          by(match, ...rest.filter((group) => typeof group === 'string')),
        );
  if (after === text) throw new Error(`${code}: nothing changes in ${path}`);
  return after;
}

function filled({ text }: WorkspaceFile, materials: Readonly<Record<string, string>>): string {
  return text
    .replaceAll(/ *\{\{(\w+)\}\}/g, (_, name: string) => {
      const pem = materials[name];
      if (pem === undefined) throw new Error(`no material is called ${name}`);
      return pem.replaceAll(/^(?=.)/gm, '    ');
    })
    .replaceAll(/^(metadata|spec|data|stringData):(?=\r?$)/gm, '$1: # kept');
}
