import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../manifest/types.ts';
import { admit } from '../admit.ts';
import { fieldText } from '../structural/field-text.ts';

function answer(metadata: JsonObject) {
  const spec = { controllerName: 'a.b/c' };
  const group = 'gateway.networking.k8s.io';
  const object = { group, version: 'v1', kind: 'GatewayClass', value: { metadata, spec } };
  const { errors, unknownFields } = admit(object, { gatewayApi: '1.6', channel: 'standard' });
  return [...errors.map(({ message }) => message), ...unknownFields.map(fieldText)];
}

const NAME =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

describe('metadata', () => {
  it.each<readonly [string, JsonObject, readonly string[]]>([
    ['that is right', { name: 'a.b', labels: { 'x.y/z': 'V_1' }, annotations: { A: '' } }, []],
    ['without a name', {}, ['metadata.name: Required value: name or generateName is required']],
    ['with a generated name', { generateName: 'a-' }, []],
    [
      'with a name of 254 characters',
      { name: 'a'.repeat(254) },
      [`metadata.name: Invalid value: "${'a'.repeat(254)}": must be no more than 253 characters`],
    ],
    [
      'with a label key that ends in a dash',
      { name: 'a', labels: { 'b-': '' } },
      [`metadata.labels: Invalid value: "b-": name part ${NAME}`],
    ],
    [
      'with a label that YAML reads as a boolean',
      { name: 'a', labels: { tls: true } },
      [
        'json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string',
      ],
    ],
    ['with a field it does not have', { name: 'a', label: {} }, ['metadata.label']],
  ])('%s', (_what, metadata, expected) => expect(answer(metadata)).toEqual(expected));
});
