import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAnalyzer, type Analysis } from '../analysis/index.ts';
import { planRenewal, type RenewalPlan } from '../analysis/renewal/index.ts';
import { runKeyTask } from '../certificates/index.ts';
import type { Blob, ImplementationId, Workspace } from '../model/index.ts';
import { makeCa, makeLeaf, testCrypto } from '../pki/issuing/chain.testing.ts';
import { encodeBase64, type IssuedCertificate } from '../pki/index.ts';
import { buildExample } from './build-example.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20, 12);
const HOST = 'catalog.shop.svc.cluster.local';
const options = { now: NOW, crypto: testCrypto };
const analyzer = createAnalyzer();
const past = { notBefore: NOW - 400 * DAY, notAfter: NOW - 30 * DAY };
const soon = { notBefore: NOW - 300 * DAY, notAfter: NOW + 5 * DAY };
const valid = { notBefore: NOW - 30 * DAY, notAfter: NOW + 300 * DAY };
const future = { notBefore: NOW + 30 * DAY, notAfter: NOW + 400 * DAY };

let example: Workspace;
let root: IssuedCertificate;
let rootBefore: IssuedCertificate;

beforeAll(async () => {
  example = await buildExample('ngf-mutual-tls', options);
  root = await makeCa('Shop Root');
  rootBefore = await makeCa('Old Shop Root', undefined, past);
});

const base64 = (text: string): string => encodeBase64(new TextEncoder().encode(text));
const blob = (path: string, text: string): Blob => ({
  id: path,
  path,
  bytes: new TextEncoder().encode(text),
});

/** The example with another server certificate and CA; the CA's key lies on the shelf when `keyed`. */
function setup(leaf: IssuedCertificate, ca: IssuedCertificate, keyed: boolean): Workspace {
  const files = example.files.map((file) => ({
    ...file,
    text: file.text
      .replace(
        /(name: catalog-identity\n[^]*?tls\.crt: )\S+(\n +tls\.key: )\S+/,
        (_, head: string, key: string) =>
          `${head}${base64(leaf.certificatePem)} # kept${key}${base64(leaf.keyPem)}`,
      )
      .replace(
        /(kind: ConfigMap\nmetadata:\n {2}name: services-ca\n[^]*?ca\.crt: \|\n)( {4}.*\n)+/,
        (_, head: string) => head + ca.certificatePem.replace(/^(?=.)/gm, '    '),
      ),
  }));
  return { ...example, files, blobs: keyed ? [blob('ca.key', ca.keyPem)] : [] };
}

const codes = ({ findings }: Analysis): readonly string[] => findings.map(({ code }) => code);

async function planFor(workspace: Workspace, lens?: ImplementationId) {
  const before = await analyzer(workspace, { ...options, ...(lens && { lens }) });
  const id = before.findings.find(({ reissues }) => reissues !== undefined)?.reissues;
  const certificate = before.certificates.find((one) => one.id === id);
  if (certificate === undefined) throw new Error(codes(before).join(', '));
  const pairs = await analyzer.heldPairs(workspace, testCrypto);
  const plan = planRenewal(certificate, before, pairs, NOW);
  return { before, id: certificate.id, plan };
}

/** The plan for the server certificate, whatever is found about it. */
async function planOf(workspace: Workspace) {
  const analysis = await analyzer(workspace, options);
  const old = analysis.certificates.find(({ title }) => title === HOST);
  if (old === undefined) throw new Error('gone');
  const pairs = await analyzer.heldPairs(workspace, testCrypto);
  return { old, plan: planRenewal(old, analysis, pairs, NOW) };
}

async function carriedOut(workspace: Workspace, id: string, plan: RenewalPlan): Promise<Workspace> {
  if (plan.kind !== 'ready') throw new Error(plan.kind);
  const item = (await runKeyTask(plan.task, testCrypto)).at(-1);
  const again = {
    certificate: item?.certificate ?? '',
    ...(item?.key === undefined ? {} : { key: item.key }),
  };
  const placed = await analyzer.replaceCertificate(workspace, id, again, testCrypto);
  if (placed === null) throw new Error('not placed');
  const changed = new Map(placed.files.map((file) => [file.id, file]));
  const onShelf = new Map(placed.blobs.map((one) => [one.id, one]));
  return {
    ...workspace,
    files: workspace.files.map((file) => changed.get(file.id) ?? file),
    blobs: workspace.blobs.map((one) => onShelf.get(one.id) ?? one),
  };
}

describe('a server certificate whose CA has its key here, issued again in its place', () => {
  it.each([
    ['nginx-gateway-fabric', 'TLS-SERVER-CERT-EXPIRED', past],
    ['envoy-gateway', 'TLS-SERVER-CERT-EXPIRED', past],
    ['kgateway', 'TLS-SERVER-CERT-EXPIRED', past],
    ['agentgateway', 'TLS-SERVER-CERT-EXPIRED', past],
    ['nginx-gateway-fabric', 'TLS-CERT-EXPIRES-THIS-WEEK', soon],
    ['nginx-gateway-fabric', 'TLS-CERT-NOT-YET-VALID', future],
    ['envoy-gateway', 'TLS-CERT-NOT-YET-VALID', future],
  ] as const)('leaves nothing of what %s finds: %s', async (lens, code, dates) => {
    const leaf = await makeLeaf(HOST, root, { eku: ['serverAuth'], ...dates });
    const workspace = setup(leaf, root, true);
    const { before, id, plan } = await planFor(workspace, lens);
    expect(codes(before)).toContain(code);
    expect(plan).toMatchObject({ kind: 'ready', signer: 'Shop Root', newKey: 'EC P-256' });
    const after = await analyzer(await carriedOut(workspace, id, plan), { ...options, lens });
    expect(codes(after)).not.toContain(code);
    expect(after.handshakes.map(({ outcome }) => outcome.headline)).toEqual(['All 11 steps pass']);
    const again = after.certificates.find(({ title, isCa }) => title === HOST && !isCa);
    expect(again?.dnsNames).toEqual([HOST]);
    expect(again?.keyProof).toBe('proven');
  });

  it('changes only the two values of the Secret', async () => {
    const leaf = await makeLeaf(HOST, root, { eku: ['serverAuth'], ...past });
    const workspace = setup(leaf, root, true);
    const { id, plan } = await planFor(workspace);
    const after = await carriedOut(workspace, id, plan);
    const blank = ({ files }: Workspace) =>
      files.map(({ text }) =>
        text.replace(
          /(name: catalog-identity\n[^]*?tls\.crt: )\S+( # kept\n +tls\.key: )\S+/,
          '$1$2',
        ),
      );
    expect(blank(after)).toEqual(blank(workspace));
    expect(after.files).not.toEqual(workspace.files);
  });

  it('keeps the certificates beside it in the chain', async () => {
    const middle = await makeCa('Shop Issuing', root);
    const leaf = await makeLeaf(HOST, middle, { eku: ['serverAuth'], ...past });
    const chain = { ...leaf, certificatePem: leaf.certificatePem + middle.certificatePem };
    const workspace = { ...setup(chain, root, false), blobs: [blob('issuing.key', middle.keyPem)] };
    const { id, plan } = await planFor(workspace);
    const after = await analyzer(await carriedOut(workspace, id, plan), options);
    expect(after.handshakes.map(({ outcome }) => outcome.headline)).toEqual(['All 11 steps pass']);
  });

  it('writes the new key where the old one was taken out', async () => {
    const leaf = await makeLeaf(HOST, root, { eku: ['serverAuth'], ...past });
    const workspace = setup({ ...leaf, keyPem: '' }, root, true);
    const { old, plan } = await planOf(workspace);
    const after = await analyzer(await carriedOut(workspace, old.id, plan), options);
    expect(after.handshakes.map(({ outcome }) => outcome.headline)).toEqual(['All 11 steps pass']);
  });
});

describe('a CA that is out of its dates', () => {
  it('is issued again with its own key, and what it signed stays good', async () => {
    const leaf = await makeLeaf(HOST, rootBefore, {
      eku: ['serverAuth'],
      notBefore: NOW - DAY,
      notAfter: NOW + 300 * DAY,
    });
    const workspace = setup(leaf, rootBefore, true);
    const { before, id, plan } = await planFor(workspace);
    expect(codes(before)).toContain('TLS-CA-EXPIRED');
    expect(plan).toMatchObject({ kind: 'ready', signer: null, newKey: null });
    const after = await analyzer(await carriedOut(workspace, id, plan), options);
    expect(codes(after)).not.toContain('TLS-CA-EXPIRED');
    expect(after.handshakes.map(({ outcome }) => outcome.headline)).toEqual(['All 11 steps pass']);
  });

  it('comes before what it would sign', async () => {
    const leaf = await makeLeaf(HOST, rootBefore, { eku: ['serverAuth'], ...past });
    const workspace = setup(leaf, rootBefore, true);
    const { before } = await planFor(workspace);
    const old = before.certificates.find(({ title }) => title === HOST);
    const pairs = await analyzer.heldPairs(workspace, testCrypto);
    if (old === undefined) throw new Error('gone');
    expect(planRenewal(old, before, pairs, NOW)).toMatchObject({
      kind: 'authority-out-of-date',
      authority: { title: 'Old Shop Root' },
    });
  });
});

describe('a certificate that is trusted by itself, from a ConfigMap', () => {
  const holding = (leaf: IssuedCertificate): string => `apiVersion: v1
kind: ConfigMap
metadata: { name: pinned, namespace: shop }
data:
  tls.crt: |
${leaf.certificatePem.replace(/^(?=.)/gm, '    ')}`;

  it('is replaced there, and no key is written beside it', async () => {
    const leaf = await makeLeaf(HOST, root, { eku: ['serverAuth'], ...past });
    const workspace = setup({ ...leaf, keyPem: '' }, root, true);
    const pinned = { id: 'pinned', path: 'pinned.yaml', text: holding(leaf) };
    const both = { ...workspace, files: [...workspace.files, pinned] };
    const { old, plan } = await planOf(both);
    const { files } = await carriedOut(both, old.id, plan);
    const text = files.find(({ id }) => id === 'pinned')?.text ?? '';
    expect(text).not.toBe(pinned.text);
    expect(text).not.toContain('tls.key');
  });

  it('has no place for a new key there alone', async () => {
    const leaf = await makeLeaf(HOST, root, { eku: ['serverAuth'], ...past });
    const files = [{ id: 'pinned', path: 'pinned.yaml', text: holding(leaf) }];
    const shelf = setup(leaf, root, true);
    const blobs = [...shelf.blobs, blob('ca.crt', root.certificatePem)];
    const { plan } = await planOf({ ...shelf, files, blobs });
    expect(plan).toEqual({ kind: 'no-place-for-key' });
  });
});

describe('a certificate that cannot be issued again here', () => {
  it('says that the key of its CA is missing', async () => {
    const leaf = await makeLeaf(HOST, root, { eku: ['serverAuth'], ...past });
    const { plan } = await planFor(setup(leaf, root, false));
    expect(plan).toEqual({ kind: 'no-authority-key' });
  });

  it('is not replaced when it is gone meanwhile', async () => {
    const again = { certificate: root.certificatePem };
    expect(await analyzer.replaceCertificate(example, 'gone', again, testCrypto)).toBeNull();
  });
});

describe('a server certificate that every date leaves refused, issued again in its place', () => {
  const weakKey = (): string =>
    generateKeyPairSync('rsa', {
      modulusLength: 1024,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    }).privateKey;

  it.each([
    ['nginx-gateway-fabric', HOST],
    ['envoy-gateway', HOST],
    ['kgateway', 'Shop catalog'],
    ['agentgateway', HOST],
  ] as const)('gets the name that it lacks: %s, %s', async (lens, name) => {
    const leaf = await makeLeaf(name, root, { eku: ['serverAuth'], dnsNames: [], ...valid });
    const workspace = setup(leaf, root, true);
    const { before, id, plan } = await planFor(workspace, lens);
    expect(codes(before)).toContain('TLS-NO-SAN');
    expect(plan).toMatchObject({ kind: 'ready', names: [HOST] });
    const after = await analyzer(await carriedOut(workspace, id, plan), { ...options, lens });
    expect(codes(after)).not.toContain('TLS-NO-SAN');
    expect(after.handshakes.map(({ outcome }) => outcome.headline)).toEqual(['All 11 steps pass']);
    expect(after.certificates.find(({ title }) => title === name)?.dnsNames).toEqual([HOST]);
  });

  it('gets a key that is strong enough', async () => {
    const leaf = await makeLeaf(HOST, root, { eku: ['serverAuth'], ...valid, key: weakKey() });
    const workspace = setup(leaf, root, true);
    const { before, id, plan } = await planFor(workspace, 'nginx-gateway-fabric');
    // nginx itself does not start with it, so no handshake says so.
    expect(codes(before)).toContain('LINT-SMALL-RSA-KEY');
    expect(plan).toMatchObject({ kind: 'ready', newKey: 'EC P-256', names: [] });
    const after = await analyzer(await carriedOut(workspace, id, plan), options);
    expect(codes(after)).not.toContain('LINT-SMALL-RSA-KEY');
    expect(after.handshakes.map(({ outcome }) => outcome.headline)).toEqual(['All 11 steps pass']);
  });

  it('is a matter of a new CA where the weak key is that of the CA', async () => {
    const ca = await makeCa('Weak Root', undefined, { key: weakKey() });
    const leaf = await makeLeaf(HOST, ca, { eku: ['serverAuth'], ...valid });
    const { before, plan } = await planFor(setup(leaf, ca, true), 'nginx-gateway-fabric');
    expect(codes(before)).toContain('TLS-WEAK-KEY');
    expect(plan).toEqual({ kind: 'needs-new-authority' });
  });
});
