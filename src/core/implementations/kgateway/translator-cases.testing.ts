import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { objectsFrom } from '../../gateway-api/objects.testing.ts';
import type { ManifestObject } from '../../manifest/types.ts';
import type { PredictedCondition } from '../status.ts';
import type { RecordedCluster } from './recorded-cluster.testing.ts';

/** A `conditions` list with something it belongs to. */
export interface RecordedConditions {
  readonly conditions?: readonly PredictedCondition[];
}

type ByName<Value> = Readonly<Record<string, Value>>;

/** One recorded output of kgateway's translator tests. */
export interface RecordedOutput {
  readonly Clusters: readonly RecordedCluster[];
  readonly Statuses: {
    readonly gateways?: ByName<
      RecordedConditions & {
        readonly listeners?: readonly (RecordedConditions & { readonly name: string })[];
      }
    >;
    readonly httpRoutes?: ByName<RecordedParents>;
    readonly tlsRoutes?: ByName<RecordedParents>;
    readonly grpcRoutes?: ByName<RecordedParents>;
    readonly policies?: ByName<{
      readonly ancestors?: readonly (RecordedConditions & { readonly ancestorRef: RecordedRef })[];
    }>;
    readonly backends?: ByName<RecordedConditions>;
  };
}

interface RecordedParents {
  readonly parents?: readonly (RecordedConditions & { readonly parentRef: RecordedRef })[];
}

interface RecordedRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name: string;
  readonly namespace?: string;
  readonly sectionName?: string;
}

export interface TranslatorCase {
  readonly name: string;
  readonly objects: readonly ManifestObject[];
  readonly output: RecordedOutput;
}

const FOLDER = new URL('../../../../../shared/peer/kgateway/translator/', import.meta.url);

/** Cases that upstream runs with a second input file. */
const SECOND_INPUT: readonly (readonly [RegExp, string])[] = [
  [/tlsroute-terminated/, 'tls-routing/tls-terminate'],
];

/** Every recorded output of the folder with its inputs; empty where the folder is absent. */
export function translatorCases(): readonly TranslatorCase[] {
  const outputs = new URL('outputs/', FOLDER);
  if (!existsSync(outputs)) return [];
  return readdirSync(outputs, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => {
      const name = path.replace(/\.yaml$/, '');
      const output = parse(readFileSync(new URL(path, outputs), 'utf8')) as RecordedOutput;
      return { name, objects: inputObjects(name), output };
    });
}

function inputObjects(name: string): readonly ManifestObject[] {
  const own = name.replace(/\/(?:standard|strict)\//, '/').replace(/-out$/, '');
  const others = SECOND_INPUT.flatMap(([pattern, input]) => (pattern.test(own) ? [input] : []));
  return [own, ...others].flatMap((input, at) =>
    objectsFrom(
      readFileSync(new URL(`inputs/${input}.yaml`, FOLDER), 'utf8'),
      'default',
      `input-${at}`,
    ),
  );
}
