import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../model/index.ts';
import { fullText, keepableText, readKept } from './index.ts';

const keys: readonly KeyObject[] = [
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey,
  generateKeyPairSync('ed25519').privateKey,
];
const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const derOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'der' });
const certificate = `-----BEGIN CERTIFICATE-----\n${'MIIB'.repeat(12)}\n-----END CERTIFICATE-----\n`;

const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64');
/** The last octets of every key: what all its encodings end in. */
const secrets = keys.map((key) => derOf(key).subarray(-24).toString('latin1'));

const empty: Workspace = {
  name: 'Shop',
  files: [],
  guides: [],
  blobs: [],
  setAside: [],
  assignments: [],
  options: { at: null, defaultNamespace: 'default', implementationOverrides: {}, versions: {} },
};
const secret = (fields: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\n${fields}\n`;

type Place = (key: KeyObject) => Partial<Workspace>;
const file = (text: string): Partial<Workspace> => ({ files: [{ id: 'f', path: 'a.yaml', text }] });
const blob = (bytes: Buffer, unlocked?: string): Partial<Workspace> => ({
  blobs: [{ id: 'b', path: 'k', bytes, ...(unlocked === undefined ? {} : { unlocked }) }],
});
const places: Readonly<Record<string, Place>> = {
  data: (key) => file(secret(`data:\n  tls.key: ${base64(pemOf(key))}`)),
  'base64 of base64': (key) => file(secret(`data:\n  k: ${base64(base64(pemOf(key)))}`)),
  'DER in data': (key) => file(secret(`data:\n  k: ${base64(derOf(key))}`)),
  'a ConfigMap': (key) =>
    file(
      `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  x: "${pemOf(key).replaceAll('\n', '\\n')}"\n`,
    ),
  'a comment': (key) => file(`# ${base64(pemOf(key))}\nkind: Pod\n`),
  'broken YAML': (key) => file(`a: [\n${pemOf(key)}`),
  'a PEM file': (key) => blob(Buffer.from(certificate + pemOf(key))),
  'a DER file': (key) => blob(derOf(key)),
  'a base64 file': (key) => blob(Buffer.from(base64(derOf(key)))),
  'an opened container': (key) => blob(Buffer.from([0x30, 0x80, 2, 1, 3]), pemOf(key)),
  'a file that is not understood': (key) => blob(Buffer.concat([Buffer.from([0xff]), derOf(key)])),
  'a guide': (key) => ({ guides: [{ id: 'g', path: 'g.md', text: `# Guide\n\n${pemOf(key)}` }] }),
  'its name': (key) => ({ name: `Shop ${base64(derOf(key))}` }),
  'what was set aside': (key) => ({
    setAside: [{ id: 's', path: 'p', reason: pemOf(key), code: 'X', params: { why: pemOf(key) } }],
  }),
};

/** Everything that base64 in the text decodes to, three times over. */
function depths(text: string): string {
  let all = text;
  let layer = text;
  for (let depth = 0; depth < 4; depth += 1) {
    const runs = layer.replace(/\\+n|\n/g, '').match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? [];
    layer = runs.map((run) => Buffer.from(run, 'base64').toString('latin1')).join('\0');
    all += `\n${layer}`;
  }
  return all;
}

describe('what the device keeps', () => {
  it.each(Object.entries(places))('holds no key that was in %s', (_, place) => {
    for (const key of keys) {
      const workspace = { ...empty, ...place(key) };
      expect(secrets.some((one) => depths(fullText(workspace)).includes(one))).toBe(true);
      const { text, name } = keepableText(workspace);
      expect(secrets.some((one) => depths(text + name).includes(one))).toBe(false);
      expect(text).not.toMatch(/BEGIN (?!REMOVED)[A-Z ]*PRIVATE KEY/);
    }
  });

  it('holds none when several places have one', () => {
    const some = fc.subarray(Object.values(places), { minLength: 2 });
    fc.assert(
      fc.property(some, fc.constantFrom(...keys), (chosen, key) => {
        const parts = chosen.map((place) => place(key));
        const workspace: Workspace = {
          ...empty,
          files: parts.flatMap(({ files = [] }) => files),
          blobs: parts.flatMap(({ blobs = [] }) => blobs),
          guides: parts.flatMap(({ guides = [] }) => guides),
        };
        const { text } = keepableText(workspace);
        expect(secrets.some((one) => depths(text).includes(one))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('comes back as it was when there is no key in it', () => {
    const workspace: Workspace = {
      ...empty,
      files: [
        { id: 'f', path: 'a.yaml', text: '\uFEFFkind: Pod\r\n', encoding: 'utf-16le' },
        {
          id: 'c',
          path: 'b.yaml',
          text: 'x',
          origin: { guideId: 'g', range: { start: 2, end: 3 } },
          defaultNamespace: 'shop',
        },
      ],
      guides: [{ id: 'g', path: 'g.md', text: '# x' }],
      blobs: [{ id: 'b', path: 'ca.pem', bytes: new TextEncoder().encode(certificate) }],
      setAside: [
        {
          id: 's',
          path: 'p',
          reason: 'r',
          code: 'C',
          params: { a: 'b' },
          range: { start: 0, end: 1 },
        },
      ],
      assignments: [{ target: 'host:a:1', chain: { kind: 'blob', blobId: 'b' }, verifyDepth: 2 }],
      options: { ...empty.options, at: '2026-11-20T00:00:00.000Z', defaultNamespace: 'shop' },
    };
    const kept = keepableText(workspace);
    expect(kept.removed).toBe(0);
    expect(readKept(kept.text)).toEqual({ ok: true, workspace, removed: 0 });
    expect(readKept(fullText(workspace))).toEqual({ ok: true, workspace, removed: 0 });
  });

  it('keeps the place in a guide that a file was carved out of', () => {
    const [key] = keys;
    const text = `${key === undefined ? '' : pemOf(key)}\nkind: Pod\n`;
    const at = text.indexOf('kind: Pod');
    const workspace: Workspace = {
      ...empty,
      guides: [{ id: 'g', path: 'g.md', text }],
      files: [
        {
          id: 'f',
          path: 'a.yaml',
          text: 'kind: Pod',
          origin: { guideId: 'g', range: { start: at, end: at + 9 } },
        },
      ],
    };
    const read = readKept(keepableText(workspace).text);
    if (!read.ok) throw new Error(read.reason);
    const range = read.workspace.files[0]?.origin?.range;
    expect(read.workspace.guides[0]?.text.slice(range?.start, range?.end)).toBe('kind: Pod');
  });

  it.each([
    ['a newer version', '{"format":"backend-tls-studio-workspace/2","workspace":{}}', 'newer'],
    ['another format', '{"format":"x/1","workspace":{}}', 'damaged'],
    ['half of it', '{"format":"backend-tls-studio-workspace/1","work', 'damaged'],
    ['no workspace', '{"format":"backend-tls-studio-workspace/1"}', 'damaged'],
  ])('is not read when it is %s', (_, text, reason) => {
    expect(readKept(text)).toEqual({ ok: false, reason });
  });

  it('is read without throwing, whatever it is', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const text = `{"format":"backend-tls-studio-workspace/1","workspace":{"files":[${json}],"blobs":${json}}}`;
        expect(readKept(text).ok).toBe(true);
      }),
    );
  });
});
