import type { ManifestObject } from '../manifest/types.ts';

const SAFE_WORD = /^[A-Za-z0-9._/-]+$/;

/** Quotes one word for a POSIX shell when it needs it. */
export function shellWord(word: string): string {
  return SAFE_WORD.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * The kubectl command that creates `object` (a Secret or a ConfigMap holding a key) from files the user has. Every data
 * key becomes a file of the same name, so no value of the object appears in the command.
 */
export function createCommand(object: ManifestObject): string {
  const namespace = object.namespace === '' ? '' : ` -n ${shellWord(object.namespace)}`;
  const name = shellWord(object.name);
  const keys = dataKeys(object);
  if (object.kind === 'Secret' && object.value.type === 'kubernetes.io/tls' && isPlainTls(keys)) {
    return `kubectl create secret tls ${name}${namespace} --cert=tls.crt --key=tls.key`;
  }
  const noun = object.kind === 'ConfigMap' ? 'configmap' : 'secret generic';
  const type = object.kind === 'Secret' ? typeFlag(object) : '';
  const files = keys.map((key) => ` --from-file=${shellWord(key)}`).join('');
  return `kubectl create ${noun} ${name}${namespace}${type}${files}`;
}

function typeFlag(object: ManifestObject): string {
  const type = object.value.type;
  return typeof type === 'string' && type !== 'Opaque' ? ` --type=${shellWord(type)}` : '';
}

function isPlainTls(keys: readonly string[]): boolean {
  return keys.length === 2 && keys.includes('tls.crt') && keys.includes('tls.key');
}

function dataKeys(object: ManifestObject): readonly string[] {
  const maps = [object.value.data, object.value.stringData, object.value.binaryData];
  const names = maps.flatMap((map) =>
    typeof map === 'object' && map !== null && !Array.isArray(map) ? Object.keys(map) : [],
  );
  return [...new Set(names)];
}
