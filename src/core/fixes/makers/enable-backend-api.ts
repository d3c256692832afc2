import { kinds, readDataValue } from '../../gateway-api/index.ts';
import { parseFile, setScalar, type ManifestObject } from '../../manifest/index.ts';
import { applyEdits } from '../../source/index.ts';
import type { FixMaker } from '../types.ts';
import { asWritten } from './as-written.ts';
import { writeDataValue } from './data-value-of.ts';
import { oneFix } from './one-fix.ts';

const PATH = ['extensionApis', 'enableBackend'];
const KEY = 'envoy-gateway.yaml';

/** Turns the Backend API on in the EnvoyGateway configuration among the files. */
export const enableBackendApi: FixMaker = ({ params }, context) => {
  const { index } = context;
  const user = params.route ?? 'the route';
  const effect = 'Envoy Gateway reads it when it starts.';
  const [document] = index.ofKind(kinds.envoyGateway);
  if (document !== undefined)
    return oneFix(
      `Turn on the Backend API in EnvoyGateway ${document.name}, for ${user}`,
      setScalar(asWritten(document, context), PATH, true),
      { effect },
    );
  const found = index.ofKind(kinds.configMap).find(({ name }) => name === 'envoy-gateway-config');
  return found === undefined
    ? []
    : oneFix(
        `Turn on the Backend API in ConfigMap ${found.name}, for ${user}`,
        insideConfigMap(asWritten(found, context)),
        { effect },
      );
};

function insideConfigMap(object: ManifestObject) {
  const value = readDataValue(object, KEY);
  if (value === undefined) return [];
  const file = { id: KEY, path: KEY, text: value.text };
  const [config] = parseFile(file, { defaultNamespace: '' }).objects;
  const edits = config === undefined ? [] : setScalar(config, PATH, true);
  return edits.length === 0 ? [] : writeDataValue(object, value, applyEdits(value.text, edits));
}
