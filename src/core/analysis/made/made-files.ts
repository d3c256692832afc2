import { madeFileId, makerOf, type Maker, type Resolution } from '../../gateway-api/index.ts';
import type { Assignment, WorkspaceFile } from '../../model/index.ts';
import { CERTIFICATE_STAND_IN, encodeBase64, KEY_STAND_IN } from '../../pki/index.ts';
import { readMaterialRef, type Materials } from '../../workload/index.ts';
import { expectedContent } from '../inventory/material-text.ts';

/**
 * The objects that controllers make and that something names, one text each, as they are once their makers have run: what
 * the user has said of their content, and stand-ins for what is not known. They are no files of the workspace.
 */
export function madeFiles(
  { index, references }: Pick<Resolution, 'index' | 'references'>,
  assignments: readonly Assignment[],
  materials: Materials,
): readonly WorkspaceFile[] {
  const files = new Map<string, WorkspaceFile>();
  for (const { target, from } of references) {
    if (target.objectId !== undefined || index.shadowed.has(from.objectId)) continue;
    const maker = files.has(target.key) ? undefined : makerOf(index, target);
    if (maker === undefined) continue;
    const said = assignments.find((one) => one.target === target.key);
    const pem = (name: 'chain' | 'key' | 'clientCa'): string | undefined => {
      const reference = said?.[name];
      return reference && readMaterialRef(index, reference, materials)?.material.pem;
    };
    const known = {
      chain: blocksOf(pem('chain'), CERTIFICATE),
      key: blocksOf(pem('key'), PRIVATE_KEY),
      authority: blocksOf(pem('clientCa'), CERTIFICATE),
    };
    const text = manifestOf(maker, target.namespace, known);
    files.set(target.key, { id: madeFileId(target.key), path: maker.text, text });
  }
  return [...files.values()];
}

interface Known {
  readonly chain: string | undefined;
  readonly key: string | undefined;
  readonly authority: string | undefined;
}

const CERTIFICATE = /-----BEGIN (CERTIFICATE)-----[\s\S]*?-----END \1-----/g;
const PRIVATE_KEY = /-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----[\s\S]*?-----END \1-----/g;

function blocksOf(pem: string | undefined, form: RegExp): string | undefined {
  const blocks = [...(pem ?? '').matchAll(form)].map(([block]) => `${block}\n`);
  return blocks.length === 0 ? undefined : blocks.join('');
}

/** What is written where the source decides the keys. */
const USUAL = {
  Secret: ['ca.crt', 'tls.crt', 'tls.key'],
  ConfigMap: ['ca.crt'],
} as const;

/** JSON is YAML. */
function manifestOf({ makes, by, keys }: Maker, namespace: string, known: Known): string {
  const isSecret = makes.kind === 'Secret';
  const dataKeys = keys ?? USUAL[isSecret ? 'Secret' : 'ConfigMap'];
  const data = dataKeys.map((key): readonly [string, string] => {
    const text = valueOf(key, by === 'Bundle', known);
    return [key, isSecret ? encodeBase64(new TextEncoder().encode(text)) : text];
  });
  return JSON.stringify({
    apiVersion: 'v1',
    kind: makes.kind,
    metadata: { name: makes.name, namespace },
    ...(isSecret ? { type: makes.type } : {}),
    data: Object.fromEntries(data),
  });
}

const AUTHORITY_KEYS = /(?:^|[-_.])(?:ca|root|roots|trust|bundle)(?:[-_.]|$)/i;

function valueOf(key: string, isBundle: boolean, { chain, key: pair, authority }: Known): string {
  if (isBundle || AUTHORITY_KEYS.test(key)) return authority ?? CERTIFICATE_STAND_IN;
  if (expectedContent(key) === 'private-key') return pair ?? `${KEY_STAND_IN}\n`;
  return chain ?? CERTIFICATE_STAND_IN;
}
