import type { AdmissionError, KindDefinition } from '../types.ts';

const GO_TYPES: Readonly<Record<string, string>> = {
  string: 'string',
  boolean: 'bool',
  integer: 'int32',
};

/**
 * The whole request's error for a value of another type, as Go's JSON decoder words it: innermost struct, field path
 * without indices, Go type. Source: Go `encoding/json` UnmarshalTypeError.
 */
export function decodingMessage(
  error: AdmissionError,
  { kind, version }: KindDefinition,
): AdmissionError {
  const path = error.path ?? [];
  const [, wanted = '', found = ''] = /of type ([a-z,]+): "([a-z]+)"/.exec(error.detail) ?? [];
  const goFound: Readonly<Record<string, string>> = { integer: 'number', boolean: 'bool' };
  const names = path.filter((step) => typeof step === 'string');
  const inMap = names.at(-2) === 'data' || names.at(-2) === 'stringData';
  const field = (inMap ? names.slice(0, -1) : names).join('.');
  const into = GO_TYPES[wanted];
  const what = `json: cannot unmarshal ${goFound[found] ?? found} into Go struct field`;
  const detail =
    into === undefined ? error.message : `${what} ${structOf(kind, path)}.${field} of type ${into}`;
  const message = `${kind} in version "${version}" cannot be handled as a ${kind}: ${detail}`;
  return { ...error, detail, message };
}

function structOf(kind: string, path: readonly (string | number)[]): string {
  if (path[0] === 'metadata') return 'ObjectMeta';
  if (path[0] !== 'spec' || path.length < 2) return kind;
  return path[1] === 'ports' && path.length > 3 ? 'ServicePort' : `${kind}Spec`;
}
