import type { TextClass } from './classify-text.ts';

/** Files of other programs that are often dropped along, told by their top-level keys. */
const KNOWN: readonly {
  readonly keys: readonly string[];
  readonly guess: string;
  readonly todo: string;
}[] = [
  {
    keys: ['image', 'replicaCount'],
    guess: '; it looks like the values of a Helm chart',
    todo: 'Render the chart with it (helm template RELEASE CHART -f VALUES) and drop the output.',
  },
  {
    keys: ['name', 'version', 'appVersion'],
    guess: '; it looks like the head of a Helm chart',
    todo: 'Render the chart (helm template RELEASE CHART) and drop the output.',
  },
  {
    keys: ['resources'],
    guess: '; it looks like a kustomization',
    todo: 'Build it (kubectl kustomize DIRECTORY) and drop the output.',
  },
  {
    keys: ['services'],
    guess: '; it looks like a Compose file',
    todo: 'Write the services as Kubernetes objects.',
  },
];

/** What is said about YAML or JSON that is no manifest. */
export function otherYamlParams(
  found: Extract<TextClass, { kind: 'other-yaml' }>,
): Readonly<Record<string, string>> {
  const known = KNOWN.find(({ keys }) => keys.every((key) => found.keys.includes(key)));
  return {
    what: found.what,
    ...(known === undefined ? {} : { guess: known.guess, todo: known.todo }),
  };
}
