import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../pki/index.ts';
import type { Assignment, MaterialRef, Workspace } from '../model/index.ts';
import { readDrop } from '../workspace/index.ts';
import { exportWorkspace } from './index.ts';

const body = encodeBase64(new Uint8Array(90).fill(7));
const pem = `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n`;

const assignment: Assignment = {
  target: 'host:backend.example.com:8443',
  chain: { kind: 'blob', blobId: 'blob-1' },
  clientCa: { kind: 'object', objectKey: '/ConfigMap/shop/clients', dataKey: 'ca.crt' },
  verifyClient: 'optional',
  verifyDepth: 3,
};

const workspace: Workspace = {
  name: 'Shop',
  files: [
    { id: 'file-1', path: 'a/one.yaml', text: service('one'), defaultNamespace: 'shop' },
    { id: 'file-2', path: 'a/two.yaml', text: service('two') },
  ],
  guides: [],
  blobs: [{ id: 'blob-1', path: 'certs/backend.pem', bytes: new TextEncoder().encode(pem) }],
  setAside: [],
  assignments: [assignment],
  options: {
    at: '2026-11-13T00:00:00.000Z',
    defaultNamespace: 'edge',
    implementationOverrides: { 'gateway.networking.k8s.io/Gateway/edge/gw': 'envoy-gateway' },
    versions: { 'nginx-gateway-fabric': '2.2' },
  },
};
const empty: Workspace = {
  ...workspace,
  files: [],
  blobs: [],
  assignments: [],
  options: { at: null, defaultNamespace: 'default', implementationOverrides: {}, versions: {} },
};

async function imported() {
  const { download } = exportWorkspace(
    workspace,
    { format: 'files', order: 'editor', keys: 'include' },
    Date.parse('2026-11-20T12:00:00Z'),
  );
  let id = 0;
  const files = [{ path: download.name, bytes: download.bytes }];
  return readDrop(files, empty, () => `new-${String((id += 1))}`);
}

describe('a workspace that is exported and dropped again', () => {
  it('has its assignments, with the dropped file under its new id', async () => {
    const { assignments, blobs } = await imported();
    const chain: MaterialRef = { kind: 'blob', blobId: blobs[0]?.id ?? '' };
    expect(assignments).toEqual([{ ...assignment, chain }]);
    expect(blobs[0]?.id).toMatch(/^new-/);
    expect(new TextDecoder().decode(blobs[0]?.bytes)).toBe(pem);
  });

  it('has its options and the namespace of each file', async () => {
    const { options, files, setAside } = await imported();
    expect(options).toEqual(workspace.options);
    expect(files.map(({ text, defaultNamespace }) => [text, defaultNamespace])).toEqual([
      [service('one'), 'shop'],
      [service('two'), undefined],
    ]);
    expect(setAside).toEqual([]);
  });
});
