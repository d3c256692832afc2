import type { ManifestObject } from '../../manifest/types.ts';
import { dataKeys, readDataValue, type DataProblem } from '../data-value.ts';
import type { GatewayApiFindingCode } from '../findings.ts';
import { kinds } from '../kinds.ts';
import { fieldText, makeFinding } from '../make-finding.ts';
import type { CheckContext, GatewayApiFinding } from './check-context.ts';

/** Values of Secrets and ConfigMaps for which the API server refuses the object. */
export function checkDataValues({ index }: CheckContext): readonly GatewayApiFinding[] {
  return [...index.ofKind(kinds.secret), ...index.ofKind(kinds.configMap)].flatMap((object) =>
    dataKeys(object).flatMap((key) => {
      const value = readDataValue(object, key);
      if (value === undefined) return [];
      return value.problems.flatMap((problem) => describe(object, key, value.field.path, problem));
    }),
  );
}

function describe(
  object: ManifestObject,
  key: string,
  path: readonly (string | number)[],
  problem: DataProblem,
): GatewayApiFinding[] {
  const make = (code: GatewayApiFindingCode, params: Record<string, string>) => [
    makeFinding({ code, severity: 'error', object, path, params: { key, ...params } }),
  ];
  switch (problem.kind) {
    case 'html-escaped-base64':
      return make('DATA-HTML-ESCAPED', { offset: String(problem.offset) });
    case 'plain-text':
      return make('DATA-PLAIN-TEXT', { offset: String(problem.offset) });
    case 'not-base64':
      return make('DATA-NOT-BASE64', { offset: String(problem.offset) });
    case 'not-text':
      return make('DATA-NOT-TEXT', { found: problem.found });
    case 'in-both':
      return make('DATA-KEY-TWICE', { other: fieldText(problem.other.path) });
    case 'html-escaped-pem':
    case 'base64-twice':
      // Legal for the API server: what is wrong with the PEM text is said by core/pki.
      return [];
    default:
      return problem satisfies never;
  }
}
