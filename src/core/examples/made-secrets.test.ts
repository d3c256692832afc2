import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../analysis/index.ts';
import type { Analysis } from '../analysis/index.ts';
import type { Blob, Workspace } from '../model/index.ts';
import { testCrypto } from '../pki/issuing/chain.testing.ts';
import { buildExample } from './build-example.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const analyzer = createAnalyzer();
const analyze = (workspace: Workspace): Promise<Analysis> =>
  analyzer(workspace, { now: NOW, crypto: testCrypto });

const makers: readonly (readonly [string, string])[] = [
  [
    'cert-manager Certificate',
    'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: { name: m, namespace: shop }\nspec: { secretName: catalog-identity, issuerRef: { name: ca } }\n',
  ],
  [
    'External Secrets ExternalSecret',
    'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: m, namespace: shop }\nspec: { target: { name: catalog-identity }, data: [{ secretKey: tls.crt }, { secretKey: tls.key }] }\n',
  ],
  [
    'Sealed Secrets SealedSecret',
    'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: catalog-identity, namespace: shop }\nspec: { encryptedData: { tls.crt: AgB, tls.key: AgB } }\n',
  ],
];

/** The working example without the backend's Secret; its public certificate lies on the shelf. */
async function without(maker: string): Promise<Workspace> {
  const built = await buildExample('ngf-mutual-tls', { now: NOW, crypto: testCrypto });
  const { certificates } = await analyze(built);
  const placed = certificates.filter(({ places }) =>
    places.some(({ label }) => label === 'Secret shop/catalog-identity, tls.crt'),
  );
  const isSecret = (text: string): boolean =>
    text.includes('kind: Secret') && text.includes('name: catalog-identity');
  const files = built.files.map((file) => ({
    ...file,
    text: file.text
      .split('---\n')
      .filter((document) => !isSecret(document))
      .join('---\n'),
  }));
  const bytes = new TextEncoder().encode(placed.map(({ pem }) => pem).join(''));
  const blob: Blob = { id: 'public', path: 'public.pem', bytes };
  return {
    ...built,
    files: maker === '' ? files : [...files, { id: 'm', path: 'm.yaml', text: maker }],
    blobs: [blob],
  };
}

const errors = (findings: Analysis['findings']): readonly string[] =>
  findings.flatMap(({ severity, code, detail }) =>
    severity === 'error' ? [`${code}: ${detail}`] : [],
  );

describe('a Secret that is not in Git', () => {
  it('is an error when nothing makes it', async () => {
    const { topology, findings } = await analyze(await without(''));
    expect(topology.nodes.find(({ name }) => name === 'catalog-identity')).toMatchObject({
      ghost: true,
      mark: 'error',
      fact: 'Not found',
    });
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it.each(makers)('is not checked when a %s makes it, and is no error', async (text, maker) => {
    const { topology, findings, handshakes, implementations } = await analyze(await without(maker));
    const ghost = topology.nodes.find(({ name, ghost }) => name === 'catalog-identity' && ghost);
    expect(ghost).toMatchObject({ ghost: true, mark: null });
    expect(ghost?.madeBy?.startsWith(text)).toBe(true);
    expect(errors(findings)).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain('REFERENCE-TARGET-MADE');
    expect(handshakes[0]?.outcome.headline).toBe('Not checked');
    expect(new Set(implementations.map(({ verdict }) => verdict))).toEqual(new Set(['unknown']));
  });

  it.each(makers)(
    'runs with the key not proven once the public certificate is dropped: %s',
    async (_text, maker) => {
      const workspace = await without(maker);
      const { blobs } = await analyze(workspace);
      const place = blobs[0]?.places[0];
      expect(place).toMatchObject({ how: 'stand-in', target: 'Secret catalog-identity' });
      if (place === undefined) return;
      const placed = await analyzer.place(workspace, 'public', place, testCrypto);
      if (placed.kind !== 'assignment') throw new Error(placed.kind);
      const after = await analyze({ ...workspace, assignments: [placed.assignment] });
      const steps = after.handshakes[0]?.steps ?? [];
      expect(steps.find(({ n }) => n === 7)).toMatchObject({ state: 'not-proven' });
      expect(steps.find(({ n }) => n === 7)?.summary).toContain('key not proven');
      expect(steps.find(({ n }) => n === 8)?.state).toBe('passed');
      expect(after.handshakes[0]?.outcome.headline).toBe('Passes, key not proven');
      expect(steps.find(({ n }) => n === 7)?.explanation).toContain(
        'A controller writes certificate and private key into the cluster',
      );
      expect(errors(after.findings)).toEqual([]);
      expect(after.findings.map(({ code }) => code)).not.toContain('REFERENCE-TARGET-MADE');
      expect(after.blobs[0]?.placedAs).toEqual(['Secret shop/catalog-identity, tls.crt']);
    },
  );
});
