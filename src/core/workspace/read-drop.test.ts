import { generateKeyPairSync } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workspace } from '../model/index.ts';
import { LIMITS } from '../source/index.ts';
import type { DroppedFile } from './dropped-file.ts';
import { emptyWorkspace } from './empty-workspace.ts';
import { countingIds } from './ids.ts';
import type { WorkspaceAddition } from './types.ts';
import { readDrop } from './read-drop.ts';
import { workspaceFindings } from './workspace-findings.ts';

const CONFIG = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\n';
const text = (path: string, content: string): DroppedFile => ({ path, bytes: strToU8(content) });
const raw = (path: string, ...bytes: number[]): DroppedFile => ({
  path,
  bytes: new Uint8Array(bytes),
});

async function drop(
  files: readonly DroppedFile[],
  existing: Workspace = emptyWorkspace('test'),
): Promise<WorkspaceAddition> {
  return readDrop(files, existing, countingIds());
}

async function became(file: DroppedFile): Promise<string> {
  const { summary, setAside } = await drop([file]);
  const [first] = summary;
  return first?.became === 'set-aside' ? (setAside[0]?.code ?? '') : (first?.became ?? '');
}

/** A key made for this run, PKCS#8. */
const { privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});
const keyDer = new Uint8Array(privateKey);
const keyBase64 = Buffer.from(keyDer).toString('base64');
const keyPem = `-----BEGIN PRIVATE KEY-----\n${keyBase64}\n-----END PRIVATE KEY-----\n`;

describe('readDrop', () => {
  it.each<[string, DroppedFile, string]>([
    ['a manifest', text('a', CONFIG), 'manifests'],
    ['an indented manifest', text('a', CONFIG.replace(/^/gm, '  ')), 'manifests'],
    [
      'JSON',
      text('a', '{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}}'),
      'manifests',
    ],
    ['a manifest that forgot its kind', text('a', 'apiVersion: v1\nmetadata: {}\n'), 'manifests'],
    ['a broken manifest', text('a', `${CONFIG}  x\n - y: [\n`), 'manifests'],
    ['a Helm template', text('a', '{{- if .x }}\nfoo: {{ .bar }}\n{{- end }}\n'), 'manifests'],
    [
      'a manifest with a PEM block in it',
      text('a', `${CONFIG}data:\n  k: |\n    ${keyPem.replaceAll('\n', '\n    ')}\n`),
      'manifests',
    ],
    ['a Markdown guide', text('a', `# Title\n\n\`\`\`yaml\n${CONFIG}\`\`\`\n`), 'guide'],
    ['a pasted command', text('pasted.yaml', `kubectl apply -f - <<EOF\n${CONFIG}EOF\n`), 'guide'],
    [
      'a shell script',
      text('x.sh', `#!/bin/sh\nset -e\ncat <<EOF | kubectl apply -f -\n${CONFIG}EOF\n`),
      'guide',
    ],
    [
      'PEM with words around it',
      text('a', `Bag Attributes\n${keyPem}the end\n`),
      'certificates-or-keys',
    ],
    ['DER', { path: 'a', bytes: keyDer }, 'certificates-or-keys'],
    ['base64 of DER', text('a', keyBase64), 'certificates-or-keys'],
    ['base64 of PEM', text('a', Buffer.from(keyPem).toString('base64')), 'certificates-or-keys'],
    [
      'the sidecar',
      text('x.json', '{"format":"backend-tls-studio/1","assignments":[]}'),
      'assignments',
    ],
    ['no bytes', text('a', ''), 'WORKSPACE-EMPTY'],
    ['white space', text('a', '\uFEFF \n\n'), 'WORKSPACE-EMPTY'],
    ['comments alone', text('a.yaml', '# left out\n#   kubectl create secret\n---\n'), 'manifests'],
    [
      'a web page',
      text('a.html', '<!DOCTYPE html>\n<html><p>kubectl</p></html>'),
      'WORKSPACE-WEB-PAGE',
    ],
    ['prose', text('a', 'Dear all,\n\nplease find attached.\n'), 'WORKSPACE-NO-MANIFEST'],
    [
      'chart values',
      text('values.yaml', 'replicaCount: 1\nimage: {tag: x}\n'),
      'WORKSPACE-NOT-KUBERNETES',
    ],
    ['other JSON', text('package.json', '{"name": "x"}'), 'WORKSPACE-NOT-KUBERNETES'],
    [
      'an image',
      raw('a.yaml', 0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
      'WORKSPACE-NOT-UNDERSTOOD',
    ],
    ['gzip', raw('a.tgz', 0x1f, 0x8b, 8, 0, 0), 'WORKSPACE-ARCHIVE-OTHER'],
    ['half a zip', raw('a.zip', 0x50, 0x4b, 3, 4, 1, 2, 3), 'WORKSPACE-ARCHIVE-BROKEN'],
    [
      'too many bytes',
      { path: 'a', bytes: new Uint8Array(LIMITS.fileBytes + 1) },
      'WORKSPACE-TOO-LARGE',
    ],
  ])('takes %s for what it is', async (_what, file, expected) => {
    expect(await became(file)).toBe(expected);
  });

  it('names the chart values and what to do with them', async () => {
    const { setAside } = await drop([text('values.yaml', 'replicaCount: 1\nimage: {tag: x}\n')]);
    expect(setAside[0]?.reason).toBe(
      'values.yaml is YAML without apiVersion and kind; it looks like the values of a Helm chart.',
    );
  });

  it('keeps bytes: byte order mark, CRLF and a missing last line end come back as they were', async () => {
    const content = `\uFEFF${CONFIG.replaceAll('\n', '\r\n')}data: {a: "ü"}`;
    const { files } = await drop([text('a.yaml', content)]);
    expect(new TextEncoder().encode(files[0]?.text)).toEqual(strToU8(content));
  });

  it('decodes UTF-16 and marks bytes that are no UTF-8', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(CONFIG, 'utf16le')]);
    const latin1 = new Uint8Array([...strToU8(`# caf`), 0xe9, ...strToU8(`\n${CONFIG}`)]);
    const added = await drop([
      { path: 'utf16.yaml', bytes: utf16 },
      { path: 'latin1.yaml', bytes: latin1 },
    ]);
    expect(added.files.map((file) => [file.text, file.encoding])).toEqual([
      [CONFIG, 'utf-16le'],
      [`# caf\uFFFD\n${CONFIG}`, 'utf-8-with-errors'],
    ]);
    const findings = workspaceFindings({ ...emptyWorkspace('x'), files: added.files });
    expect(findings.map((one) => [one.code, one.severity])).toEqual([
      ['WORKSPACE-ENCODING-UTF16', 'note'],
      ['WORKSPACE-ENCODING-LOSSY', 'error'],
    ]);
  });

  it('keeps folder paths and makes paths unique', async () => {
    const other = CONFIG.replace('app', 'other');
    const first = await drop([text('k8s/a.yaml', CONFIG), text('k8s/a.yaml', other)]);
    expect(first.files.map((file) => file.path)).toEqual(['k8s/a.yaml', 'k8s/a-2.yaml']);
    const existing = { ...emptyWorkspace('x'), files: first.files };
    const second = await drop(
      [text('.\\k8s\\a.yaml', CONFIG), text('/k8s/a.yaml', `${CONFIG}# v3\n`)],
      existing,
    );
    expect(second.files.map((file) => file.path)).toEqual(['k8s/a-3.yaml']);
    expect(second.summary.map((one) => one.became)).toEqual(['already-here', 'manifests']);
  });

  it('tells a folder of version control data once', async () => {
    const { setAside, files } = await drop([
      text('x/.git/config', 'a'),
      text('x/.git/HEAD', 'b'),
      text('x/a.yaml', CONFIG),
    ]);
    expect(files.map((file) => file.path)).toEqual(['x/a.yaml']);
    expect(setAside.map((one) => one.reason)).toEqual([
      '2 files below x/.git: version control data.',
    ]);
  });

  it('unpacks a zip archive in its own order, one level deep', async () => {
    const inner = zipSync({ 'z.yaml': strToU8(CONFIG) });
    const zip = zipSync({
      'b/two.yaml': strToU8(CONFIG),
      'a/one.yaml': strToU8(CONFIG),
      'inner.zip': inner,
      '__MACOSX/x': strToU8('x'),
      'notes.txt': strToU8('nothing'),
    });
    const added = await drop([{ path: 'export.zip', bytes: zip }]);
    expect(added.files.map((file) => file.path)).toEqual(['b/two.yaml', 'a/one.yaml']);
    expect(added.setAside.map((one) => [one.path, one.code])).toEqual([
      ['inner.zip', 'WORKSPACE-ARCHIVE-NESTED'],
      ['__MACOSX', 'WORKSPACE-SKIPPED-FOLDER'],
      ['notes.txt', 'WORKSPACE-NO-MANIFEST'],
    ]);
  });

  it('does not unpack an archive that says it is too large', async () => {
    const many = Object.fromEntries(
      Array.from({ length: LIMITS.files + 1 }, (_, index) => [`${index}.yaml`, new Uint8Array(0)]),
    );
    const { setAside } = await drop([{ path: 'a.zip', bytes: zipSync(many, { level: 0 }) }]);
    expect(setAside.map((one) => one.code)).toEqual(['WORKSPACE-ARCHIVE-TOO-LARGE']);
  });

  it('holds 5 000 documents and sets aside the file that goes past them', async () => {
    const big = `${'a: b\n---\n'.repeat(LIMITS.documents - 1)}${CONFIG}`;
    const added = await drop([text('big.yaml', big), text('more.yaml', CONFIG)]);
    expect(added.files.map((file) => file.path)).toEqual(['big.yaml']);
    expect(added.setAside.map((one) => one.reason)).toEqual([
      'more.yaml has 1 document and the workspace 5000; 5000 is the most it holds.',
    ]);
  });

  it('brings assignments, options and namespaces back, blobs by the path they had', async () => {
    const sidecar = {
      format: 'backend-tls-studio/1',
      assignments: [
        {
          target: '/Service/default/app',
          chain: { kind: 'blob', blobId: 'certs/app.pem' },
          key: { kind: 'object', objectKey: '/Secret/default/app', dataKey: 'tls.key' },
          clientCa: { kind: 'blob', blobId: 'gone.pem' },
          verifyClient: 'on',
          verifyDepth: 2,
          software: 'go',
        },
        { nothing: true },
      ],
      options: {
        at: '2026-11-20T00:00:00Z',
        defaultNamespace: 'shop',
        implementationOverrides: { 'g/Gateway/a/b': 'kgateway', bad: 'other' },
        versions: { kgateway: '2.3' },
      },
      namespaces: { 'a.yaml': 'team-a' },
    };
    const existing = {
      ...emptyWorkspace('x'),
      blobs: [{ id: 'old', path: 'certs/app.pem', bytes: new Uint8Array([1]) }],
    };
    const added = await drop(
      [
        text('backend-tls-studio.json', JSON.stringify(sidecar, null, 2)),
        text('certs/app.pem', keyPem),
        text('a.yaml', CONFIG),
      ],
      existing,
    );
    const blob = added.blobs[0];
    expect(blob?.path).toBe('certs/app-2.pem');
    expect(added.assignments).toEqual([
      {
        target: '/Service/default/app',
        chain: { kind: 'blob', blobId: blob?.id },
        key: { kind: 'object', objectKey: '/Secret/default/app', dataKey: 'tls.key' },
        verifyClient: 'on',
        verifyDepth: 2,
        software: 'go',
      },
    ]);
    expect(added.options).toEqual({
      at: '2026-11-20T00:00:00Z',
      defaultNamespace: 'shop',
      implementationOverrides: { 'g/Gateway/a/b': 'kgateway' },
      versions: { kgateway: '2.3' },
    });
    expect(added.files[0]?.defaultNamespace).toBe('team-a');
    expect(added.setAside.map((one) => one.reason)).toEqual([
      'backend-tls-studio.json: 1 of 2 assignments have another form.',
      'backend-tls-studio.json: gone.pem, which /Service/default/app presents or trusts, is not among the files.',
    ]);
  });

  it('reports a sidecar that cannot be read', async () => {
    const added = await drop([
      text('a.json', '{"format":"backend-tls-studio/1", "assignments": ['),
      text('b.json', '{"format":"backend-tls-studio/9"}'),
    ]);
    expect(added.setAside.map((one) => [one.path, one.code])).toEqual([
      ['a.json', 'WORKSPACE-SIDECAR-BROKEN'],
      ['b.json', 'WORKSPACE-SIDECAR-BROKEN'],
    ]);
  });

  it('gives every dropped file exactly one place, whatever its bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.string({ maxLength: 80 }).map(strToU8),
      fc
        .array(fc.constantFrom(CONFIG, keyPem, '---\n', '```\n', 'EOF\n', '<<EOF\n', '{', '\0'))
        .map((parts) => strToU8(parts.join(''))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { maxLength: 4 }), async (contents) => {
        const files = contents.map((one, index) => ({ path: `f${index % 2}`, bytes: one }));
        const added = await drop(files);
        expect(added.summary.map((one) => one.path)).toEqual(files.map((file) => file.path));
        const paths = [...added.files, ...added.guides, ...added.blobs].map((one) => one.path);
        expect(new Set(paths).size).toBe(paths.length);
      }),
      { numRuns: 200 },
    );
  });
});
