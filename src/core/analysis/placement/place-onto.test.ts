import { beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../model/index.ts';
import { makeCa, makeLeaf, testCrypto, TEST_START } from '../../pki/issuing/chain.testing.ts';
import { issueCertificate, type IssuedCertificate } from '../../pki/index.ts';
import { createAnalyzer } from '../create-analyzer.ts';
import { blob, indented, traffic, workspaceOf } from './placement.testing.ts';
import type { PlacedOnto } from './types.ts';

const analyzer = createAnalyzer();
const options = { now: TEST_START + 86_400_000, crypto: testCrypto };

const HELD = '/ConfigMap/default/held';
const GW_CERT = '/Secret/default/gw-cert';

let ca: IssuedCertificate;
let other: IssuedCertificate;
let client: IssuedCertificate;
let second: IssuedCertificate;

beforeAll(async () => {
  ca = await makeCa('App CA');
  other = await makeCa('Other CA');
  client = await makeLeaf('gw', ca, { eku: ['clientAuth'] });
  second = await makeLeaf('gw-2', ca, { eku: ['clientAuth'] });
});

const withFiles = (files: Readonly<Record<string, string>>): Workspace =>
  workspaceOf(
    traffic('held') + indented(other.certificatePem),
    Object.entries(files).map(([path, text]) => blob(path, text)),
  );

const onto = (workspace: Workspace, objectKey: string): Promise<PlacedOnto> =>
  analyzer.placeOnto(
    workspace,
    workspace.blobs.map(({ id }) => id),
    objectKey,
    options,
  );

const reasons = ({ left }: PlacedOnto) => left.map(({ blobId, why }) => `${blobId}: ${why}`);

async function held(workspace: Workspace, { files }: PlacedOnto, label: string) {
  const { certificates } = await analyzer({ ...workspace, files }, options);
  return certificates
    .filter(({ places }) => places.some((place) => place.label === label))
    .map(({ title }) => title);
}

describe('what takes files', () => {
  it('is known before any file is there', async () => {
    const { takers } = await analyzer(withFiles({}), options);
    expect(takers.map(({ target, takes, as }) => `${target}: ${takes}, ${as}`)).toEqual([
      'Service app: both, as its certificate, key or client CA',
      'ConfigMap held: authority, as ca.crt',
      'Secret gw-cert: identity, as tls.crt and tls.key',
    ]);
  });
});

describe('files put on one object', () => {
  it.each([
    ['certificate first', ['a.crt', 'b.key']],
    ['key first', ['b.key', 'a.crt']],
  ])('writes a missing Secret from certificate and key, %s', async (_, order) => {
    const content: Readonly<Record<string, string>> = {
      'a.crt': client.certificatePem,
      'b.key': client.keyPem,
    };
    const workspace = withFiles(
      Object.fromEntries(order.map((path) => [path, content[path] ?? ''])),
    );
    const answer = await onto(workspace, GW_CERT);
    expect([...answer.placed].sort()).toEqual(['a.crt', 'b.key']);
    expect(answer.left).toEqual([]);
    expect(await held(workspace, answer, 'Secret default/gw-cert, tls.crt')).toEqual(['gw']);
  });

  it('puts several CAs beside each other', async () => {
    const third = await makeCa('Third CA');
    const files = { 'ca.pem': ca.certificatePem, 'third.pem': third.certificatePem };
    const workspace = withFiles(files);
    const answer = await onto(workspace, HELD);
    expect(answer.placed).toEqual(['ca.pem', 'third.pem']);
    expect(await held(workspace, answer, 'ConfigMap default/held, ca.crt')).toEqual([
      'Other CA',
      'App CA',
      'Third CA',
    ]);
  });

  it('says of a workload what it presents, and writes nothing', async () => {
    const workspace = withFiles({ 'a.crt': client.certificatePem, 'b.key': client.keyPem });
    const answer = await onto(workspace, '/Service/default/app');
    expect(answer).toEqual({
      files: [],
      assignments: [
        {
          target: '/Service/default/app',
          chain: { kind: 'blob', blobId: 'a.crt' },
          key: { kind: 'blob', blobId: 'b.key' },
        },
      ],
      placed: ['a.crt', 'b.key'],
      left: [],
    });
  });

  it('leaves with its reason what the object does not take', async () => {
    const files = {
      'client.crt': client.certificatePem,
      'note.txt': 'nothing',
      'there.pem': other.certificatePem,
      'lone.key': second.keyPem,
    };
    const answer = await onto(withFiles(files), HELD);
    expect(answer.placed).toEqual([]);
    expect(answer.files).toEqual([]);
    expect(reasons(answer)).toEqual([
      'client.crt: not-a-ca',
      'note.txt: nothing-to-place',
      'there.pem: already-there',
      'lone.key: key-without-certificate',
    ]);
  });

  it('takes one identity of a drop, and no CA where certificates of a party stand', async () => {
    const both = ({ certificatePem, keyPem }: IssuedCertificate): string => certificatePem + keyPem;
    const files = { 'a.pem': both(client), 'b.pem': both(second), 'ca.pem': ca.certificatePem };
    const answer = await onto(withFiles(files), GW_CERT);
    expect(answer.placed).toEqual(['a.pem']);
    expect(reasons(answer)).toEqual(['b.pem: place-is-taken', 'ca.pem: is-a-ca']);
  });

  it('takes a certificate that is CA and server in one, as `openssl req -x509` makes it', async () => {
    const self = await issueCertificate(
      {
        subject: { commonName: 'gw' },
        ca: true,
        dnsNames: ['gw.example.com'],
        notBefore: TEST_START,
        notAfter: TEST_START + 31_536_000_000,
        keyAlgorithm: 'EC P-256',
      },
      testCrypto,
    );
    const workspace = withFiles({ 'self.pem': self.certificatePem + self.keyPem });
    expect((await onto(workspace, GW_CERT)).placed).toEqual(['self.pem']);
    expect((await onto(workspace, HELD)).placed).toEqual(['self.pem']);
  });

  it('makes a missing Secret that a workload mounts', async () => {
    const workload = `apiVersion: apps/v1
kind: Deployment
metadata: { name: app }
spec:
  selector: { matchLabels: { app: app } }
  template:
    metadata: { labels: { app: app } }
    spec:
      containers: [{ name: app, image: app, volumeMounts: [{ name: tls, mountPath: /tls }] }]
      volumes: [{ name: tls, secret: { secretName: app-tls } }]
`;
    const files = [blob('a.crt', client.certificatePem), blob('b.key', client.keyPem)];
    const start = traffic('held') + indented(other.certificatePem) + '---\n' + workload;
    const workspace = workspaceOf(start, files);
    const answer = await onto(workspace, '/Secret/default/app-tls');
    expect(answer.placed).toEqual(['a.crt', 'b.key']);
    expect(await held(workspace, answer, 'Secret default/app-tls, tls.crt')).toEqual(['gw']);
  });

  describe('an intermediate CA', () => {
    let middle: IssuedCertificate;
    let below: IssuedCertificate;
    beforeAll(async () => {
      middle = await makeCa('Middle CA', ca);
      below = await makeLeaf('gw', middle, { eku: ['clientAuth'] });
    });
    const secret = ({ certificatePem, keyPem }: IssuedCertificate): string => `---
apiVersion: v1
kind: Secret
metadata: { name: gw-cert }
type: kubernetes.io/tls
stringData: # kept
  tls.crt: |
${indented(certificatePem)}  tls.key: |
${indented(keyPem)}`;
    const holding = (leaf: IssuedCertificate, files: Readonly<Record<string, string>>): Workspace =>
      workspaceOf(
        traffic('held') + indented(ca.certificatePem) + secret(leaf),
        Object.entries(files).map(([path, text]) => blob(path, text)),
      );

    it('is put behind the certificate that it issued, and every byte before it stays', async () => {
      const workspace = holding(below, { 'middle.pem': middle.certificatePem });
      const answer = await onto(workspace, GW_CERT);
      expect(answer.placed).toEqual(['middle.pem']);
      const [before = '', after = ''] = [workspace.files[0]?.text, answer.files[0]?.text];
      const at = before.indexOf('  tls.key: |');
      expect(after).toBe(before.slice(0, at) + indented(middle.certificatePem) + before.slice(at));
    });

    it('comes without the root of its file, which is not sent', async () => {
      const both = middle.certificatePem + ca.certificatePem;
      const workspace = holding(below, { 'cas.pem': both });
      const answer = await onto(workspace, GW_CERT);
      expect(await held(workspace, answer, 'Secret default/gw-cert, tls.crt')).toEqual([
        'gw',
        'Middle CA',
      ]);
    });

    it('follows the certificate that is dropped with it', async () => {
      const files = {
        'middle.pem': middle.certificatePem,
        'gw.pem': below.certificatePem + below.keyPem,
      };
      const workspace = holding(client, files);
      const answer = await onto(workspace, GW_CERT);
      expect(answer.placed).toEqual(['gw.pem', 'middle.pem']);
      expect(await held(workspace, answer, 'Secret default/gw-cert, tls.crt')).toEqual([
        'gw',
        'Middle CA',
      ]);
    });

    it('is refused with its reason where it issued nothing, and where it stands', async () => {
      const files = { 'middle.pem': middle.certificatePem };
      expect(reasons(await onto(holding(client, files), GW_CERT))).toEqual([
        'middle.pem: issued-nothing-there',
      ]);
      const there = { ...below, certificatePem: below.certificatePem + middle.certificatePem };
      expect(reasons(await onto(holding(there, files), GW_CERT))).toEqual([
        'middle.pem: already-there',
      ]);
      expect(
        reasons(await onto(holding(client, { 'ca.pem': ca.certificatePem }), GW_CERT)),
      ).toEqual(['ca.pem: is-a-ca']);
    });
  });

  it('makes no Secret from a certificate without its key', async () => {
    const answer = await onto(withFiles({ 'a.crt': client.certificatePem }), GW_CERT);
    expect(reasons(answer)).toEqual(['a.crt: certificate-without-key']);
  });

  it('takes nothing on an object that holds no certificates', async () => {
    const answer = await onto(withFiles({ 'a.crt': client.certificatePem }), '/Gateway/default/gw');
    expect(reasons(answer)).toEqual(['a.crt: takes-none']);
  });
});
