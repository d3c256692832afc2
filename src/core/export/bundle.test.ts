import { generateKeyPairSync } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseFile } from '../manifest/index.ts';
import type { WorkspaceFile, WorkspaceOptions } from '../model/index.ts';
import { buildBundle, zipFiles, type ExportChoice } from './index.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const keyBase64 = Buffer.from(keyPem).toString('base64');
const options: WorkspaceOptions = {
  at: null,
  defaultNamespace: 'default',
  implementationOverrides: {},
  versions: {},
};

const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: shop # the shop\n';
const secret = [
  'apiVersion: v1',
  'kind: Secret',
  'metadata:',
  '  name: shop-tls',
  '  namespace: shop',
  'type: kubernetes.io/tls',
  'data:',
  '  tls.crt: Zm9v',
  `  tls.key: ${keyBase64}`,
  '',
].join('\n');

function bundle(texts: readonly string[], choice: Partial<ExportChoice>) {
  const files: WorkspaceFile[] = texts.map((text, i) => ({
    id: `f${String(i)}`,
    path: `part-${String(i)}.yaml`,
    text,
  }));
  const parsed = files.map((file) => parseFile(file, { defaultNamespace: 'default' }));
  const input = { parsed, blobs: [], assignments: [], options };
  const full: ExportChoice = { format: 'files', order: 'editor', keys: 'leave-out', ...choice };
  const { files: out, leftOut } = buildBundle(input, full);
  return {
    leftOut,
    files: out.map(({ path, bytes }) => ({
      path,
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    })),
  };
}

describe('buildBundle', () => {
  it('keeps every byte of files without keys, CRLF and BOM included', () => {
    const text = `\uFEFF# top\r\n${service.replaceAll('\n', '\r\n')}---\r\n\r\n`;
    expect(bundle([text], {}).files).toEqual([{ path: 'part-0.yaml', text }]);
  });

  it('keeps every byte when the user asks for the keys', () => {
    const text = `${service}---\n${secret}`;
    expect(bundle([text], { keys: 'include' }).files[0]?.text).toBe(text);
  });

  it('replaces a Secret that holds a key by the command that creates it', () => {
    const { files, leftOut } = bundle([`${service}---\n${secret}`], {});
    expect(leftOut).toEqual(['Secret shop/shop-tls']);
    expect(files[0]?.text).toBe(
      `${service}---\n` +
        '# Secret shop/shop-tls is left out: it holds a private key.\n' +
        '# Create it from your own files:\n' +
        '#   kubectl create secret tls shop-tls -n shop --cert=tls.crt --key=tls.key\n',
    );
  });

  it.each([
    [
      'a key as PEM in a ConfigMap',
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: |\n${indent(keyPem, 4)}`,
    ],
    ['a key in a comment', `${service}# ${keyBase64}\n`],
    ['a key inside a List', listOf(secret)],
    [
      'a key wrapped over lines inside a List',
      listOf(secret.replace(keyBase64, `|\n${indent(wrap(keyBase64, 60), 4)}`)),
    ],
    [
      'a key as base64 of base64',
      secret.replace(keyBase64, Buffer.from(keyBase64).toString('base64')),
    ],
    [
      'a key as DER',
      secret.replace(
        keyBase64,
        privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
      ),
    ],
    ['a key that is truncated', `${service}# ${keyPem.slice(0, 120).replaceAll('\n', '\n# ')}`],
  ])('lets no part of %s leave', (_, text) => {
    for (const choice of [
      { format: 'one-file' },
      { format: 'files' },
      { order: 'apply' },
    ] as const) {
      const out = bundle([text], choice)
        .files.map((file) => file.text)
        .join('');
      expect(secretParts().filter((part) => out.includes(part))).toEqual([]);
    }
  });

  it('joins documents into one file and puts what others refer to first in apply order', () => {
    const gateway =
      'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: g\n';
    const [file] = bundle([gateway, service], { format: 'one-file', order: 'apply' }).files;
    expect(file).toEqual({ path: 'manifests.yaml', text: `${service}---\n${gateway}` });
  });

  it('numbers the files in apply order, one document each', () => {
    const gateway =
      'apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata:\n  name: g\n';
    const paths = bundle([`${gateway}---\n${service}`], { order: 'apply' }).files.map(
      (f) => f.path,
    );
    expect(paths).toEqual(['01-service-shop.yaml', '02-gateway-g.yaml']);
  });
});

describe('zipFiles', () => {
  it('gives the same bytes for the same input and unpacks to them', () => {
    const files = [{ path: 'a/b.yaml', bytes: new TextEncoder().encode(service), kinds: [] }];
    const modified = new Date('2026-11-20T12:00:00Z');
    const zip = zipFiles(files, modified);
    expect(zip).toEqual(zipFiles(files, modified));
    expect(new TextDecoder().decode(unzipSync(zip)['a/b.yaml'])).toBe(service);
  });
});

/** Slices of the key's body, in PEM and in base64 of PEM, none of which may appear outside. */
function secretParts(): readonly string[] {
  const body = keyPem.split('\n').slice(1, -2).join('');
  const inner = Buffer.from(keyBase64).toString('base64');
  return [body, keyBase64, inner].flatMap((text) => [text.slice(40, 64), text.slice(-60, -36)]);
}

function listOf(item: string): string {
  return `apiVersion: v1\nkind: List\nitems:\n  - ${indent(item, 4).trimStart()}`;
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

function wrap(text: string, width: number): string {
  return text.match(new RegExp(`.{1,${String(width)}}`, 'g'))?.join('\n') ?? text;
}
