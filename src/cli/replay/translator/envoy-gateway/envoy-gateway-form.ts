import { parse } from 'yaml';
import { predictEnvoyGatewayStatus } from '../../../../core/implementations/envoy-gateway/predict-envoy-gateway-status.ts';
import { fieldsOf, isFields, type Fields } from '../../json.ts';
import type { Disagreement, FormReader, ReplayFile } from '../../types.ts';
import { differingRows } from '../tables.ts';
import { predictedConditions, recordedConditions } from './condition-rows.ts';
import { resolveCase } from './envoy-gateway-case.ts';
import { upstreamRows } from './upstream-rows.ts';

/** The release line the recordings are of, where none is named. */
const VERSION = '1.9';

const INPUT = /^(.*)\.in\.yaml$/;
const BASE = /^(.*[\\/])?base[\\/]base\.yaml$/;

/**
 * Pairs of Envoy Gateway's translator: `x.in.yaml` with lists of objects by kind, `x.out.yaml` beside it with
 * their statuses and the intermediate form `xdsIR`. Secrets of all cases stand in `base/base.yaml`.
 */
export const envoyGatewayForm: FormReader = ({ path, text }, all, _note, release = VERSION) => {
  const folder = BASE.exec(path);
  if (folder !== null)
    return all.some((file) => isOutput(file) && file.path.startsWith(folder[1] ?? '')) ? [] : null;
  const output = /^(.*)\.out\.yaml$/.exec(path)?.[1];
  if (output !== undefined)
    return all.some((file) => file.path === `${output}.in.yaml`) ? [] : null;
  const stem = INPUT.exec(path)?.[1];
  const recorded = all.find((file) => stem !== undefined && file.path === `${stem}.out.yaml`);
  if (stem === undefined || recorded === undefined || !isOutput(recorded)) return null;
  const run = () =>
    Promise.resolve(play(stem, decoded(text), decoded(recorded.text), { all, release }));
  return [{ id: stem, category: 'envoy-gateway', run }];
};

/** Statuses or the intermediate form stand at the top of it. */
function isOutput({ path, text }: ReplayFile): boolean {
  return path.endsWith('.out.yaml') && /^(?:xdsIR|infraIR):/m.test(text);
}

function play(
  stem: string,
  input: Fields,
  output: Fields,
  { all, release }: { readonly all: readonly ReplayFile[]; readonly release: string },
): Disagreement | null {
  const [, folder = '', name = ''] = /^(.*[\\/])?([^\\/]*)$/.exec(stem) ?? [];
  const base = all.find(
    (file) => BASE.exec(file.path) && (BASE.exec(file.path)?.[1] ?? '') === folder,
  );
  const resolution = resolveCase({ name, input, base: base ? decoded(base.text) : {}, output });
  const statuses = predictEnvoyGatewayStatus(resolution, release, { objectsFrom: 'file' });
  const { recorded, predicted } = upstreamRows(output, resolution, release);
  return differingRows(
    stem,
    new Map([...recordedConditions(output), ...recorded]),
    new Map([...predictedConditions(statuses, resolution), ...predicted]),
  );
}

function decoded(text: string): Fields {
  const document: unknown = parse(text);
  return isFields(document) ? document : fieldsOf(undefined);
}
