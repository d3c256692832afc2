import type { JsonObject, JsonValue } from '../../manifest/types.ts';
import { qualifiedNameFault } from '../metadata/qualified-name-fault.ts';
import { duplicate, invalid, notSupported, required } from '../structural/admission-errors.ts';
import { isList, isObject } from '../structural/json.ts';
import type { AdmissionError } from '../types.ts';

const NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const NAME_FAULT =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
const PORT_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const PORT_NAME_FAULT =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** Name, type and ports of a Service. Source: kubernetes `pkg/apis/core/validation` ValidateService. */
export function serviceErrors(object: JsonObject): readonly AdmissionError[] {
  const spec = isObject(object.spec) ? object.spec : {};
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const ports = isList(spec.ports) ? spec.ports.filter(isObject) : [];
  return [
    ...nameErrors(metadata.name),
    ...portsMissing(spec, ports),
    ...ports.flatMap((port, index) => portErrors(port, index, ports)),
    ...typeErrors(spec),
  ];
}

function nameErrors(name: JsonValue | undefined): readonly AdmissionError[] {
  if (typeof name !== 'string' || name === '') return [];
  const path = ['metadata', 'name'];
  const tooLong =
    name.length > 63 ? [invalid(path, name, 'must be no more than 63 characters')] : [];
  return NAME.test(name) ? tooLong : [...tooLong, invalid(path, name, NAME_FAULT)];
}

function portsMissing(spec: JsonObject, ports: readonly JsonObject[]): readonly AdmissionError[] {
  const needsNone = spec.type === 'ExternalName' || spec.clusterIP === 'None';
  return ports.length > 0 || needsNone ? [] : [required(['spec', 'ports'])];
}

function typeErrors({ type, externalName }: JsonObject): readonly AdmissionError[] {
  if (typeof type === 'string' && !TYPES.includes(type)) {
    return [notSupported(['spec', 'type'], type, TYPES)];
  }
  const named = typeof externalName === 'string' && externalName !== '';
  return type === 'ExternalName' && !named ? [required(['spec', 'externalName'])] : [];
}

function portErrors(
  { name, port, protocol, targetPort, appProtocol }: JsonObject,
  index: number,
  ports: readonly JsonObject[],
): readonly AdmissionError[] {
  const path = ['spec', 'ports', index] as const;
  const errors: AdmissionError[] = [];
  if (typeof name !== 'string' || name === '') {
    if (ports.length > 1) errors.push(required([...path, 'name']));
  } else {
    if (!PORT_NAME.test(name)) errors.push(invalid([...path, 'name'], name, PORT_NAME_FAULT));
    const before = ports.slice(0, index).some((one) => one.name === name);
    if (before) errors.push(duplicate([...path, 'name'], name));
  }
  errors.push(...rangeErrors(typeof port === 'number' ? port : 0, [...path, 'port']));
  if (typeof protocol === 'string' && !PROTOCOLS.includes(protocol)) {
    errors.push(notSupported([...path, 'protocol'], protocol, PROTOCOLS));
  }
  if (typeof targetPort === 'number' && targetPort !== 0) {
    errors.push(...rangeErrors(targetPort, [...path, 'targetPort']));
  }
  if (typeof appProtocol === 'string') {
    const at = [...path, 'appProtocol'];
    errors.push(...qualifiedNameFault(appProtocol).map((fault) => invalid(at, appProtocol, fault)));
  }
  return errors;
}

function rangeErrors(port: number, path: readonly (string | number)[]): readonly AdmissionError[] {
  if (port >= 1 && port <= 65535) return [];
  return [invalid(path, port, 'must be between 1 and 65535, inclusive')];
}
