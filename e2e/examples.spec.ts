import {
  expect,
  implementationTab,
  openExample,
  openStudio,
  showProblems,
  stepsOf,
  test,
  verdictOf,
} from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';
const ngf = 'NGINX Gateway Fabric';

test('NGINX Gateway Fabric: mutual TLS passes in all eleven steps', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, `${ngf}: mutual TLS`);
  await expect(verdictOf(page).getByRole('heading')).toContainText('All 11 steps pass');
  await expect(verdictOf(page)).toContainText('client sees 200 OK');
  await expect(implementationTab(page, ngf)).toContainText('All 11 steps pass');
  await expect(stepsOf(page).filter({ hasText: 'Passes' })).toHaveCount(11);
  await showProblems(page);
  await expect(page.getByText('No problems found')).toBeVisible();
});

const passing = [
  ['kgateway: one-way TLS in the cluster', 'kgateway', 'All 8 steps pass'],
  ['Envoy Gateway: mutual TLS', 'Envoy Gateway', 'All 11 steps pass'],
] as const;

for (const [title, implementation, headline] of passing) {
  test(`${title} passes`, async ({ page }) => {
    await openStudio(page, now);
    await openExample(page, title);
    await expect(verdictOf(page).getByRole('heading')).toContainText(headline);
    await expect(verdictOf(page)).toContainText('client sees 200 OK');
    await expect(implementationTab(page, implementation)).toContainText(headline);
    await showProblems(page);
    await expect(page.getByText('No problems found')).toBeVisible();
  });
}

test('kgateway: external host with system CAs is not checked', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'kgateway: external host with system CAs');
  await expect(verdictOf(page).getByRole('heading')).toContainText('Not checked');
  await expect(implementationTab(page, 'kgateway')).toContainText('Not checked');
  await showProblems(page);
  await expect(page.getByText('No problems found')).toBeVisible();
});

interface Twin {
  readonly name: string;
  readonly step: number;
  readonly client: string;
  /** Exact line of a log; null where the logs stay empty. */
  readonly log: string | null;
}

const upstream = (what: string): string => `upstream SSL certificate ${what}`;
const handshaking = 'while SSL handshaking to upstream';
const reading = 'while reading client request headers';

const twins: readonly Twin[] = [
  {
    name: 'wrong-ca',
    step: 8,
    client: '502 Bad Gateway',
    log: upstream(`verify error: (20:unable to get local issuer certificate) ${handshaking}`),
  },
  {
    name: 'expired',
    step: 8,
    client: '502 Bad Gateway',
    log: upstream(`verify error: (10:certificate has expired) ${handshaking}`),
  },
  {
    name: 'no-san',
    step: 8,
    client: '502 Bad Gateway',
    log: upstream(`does not match "catalog.shop.svc.cluster.local" ${handshaking}`),
  },
  {
    name: 'missing-intermediate',
    step: 8,
    client: '502 Bad Gateway',
    log: upstream(`verify error: (21:unable to verify the first certificate) ${handshaking}`),
  },
  {
    name: 'client-cert-not-trusted',
    step: 6,
    client: '400 The SSL certificate error',
    log: `client SSL certificate verify error: (21:unable to verify the first certificate) ${reading}`,
  },
  {
    name: 'no-client-cert',
    step: 5,
    client: '400 No required SSL certificate was sent',
    log: `client sent no required SSL certificate ${reading}`,
  },
  { name: 'missing-ca-key', step: 2, client: '500 Internal Server Error', log: null },
];

for (const { name, step, client, log } of twins) {
  test(`${name} fails at step ${String(step)}`, async ({ page }) => {
    await openStudio(page, now);
    await openExample(page, name);
    const verdict = verdictOf(page);
    await expect(verdict.getByRole('heading')).toContainText(`Fails at step ${String(step)}`);
    await expect(verdict).toContainText(`client sees ${client}`);
    if (log === null) await expect(verdict).not.toContainText('logs');
    else await expect(verdict.getByText(log, { exact: true })).toBeVisible();
    await expect(implementationTab(page, ngf)).toContainText(
      `Fails at step ${String(step)} · client gets ${client.slice(0, 3)}`,
    );
    await expect(stepsOf(page).nth(step - 1)).toContainText('Fails here');
    const problems = await showProblems(page);
    await expect(
      problems.filter({ has: page.getByRole('img', { name: 'Fails' }) }),
    ).not.toHaveCount(0);
  });
}
