import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { analysedByCli } from './fixtures/analyze.ts';
import { exportZip } from './fixtures/export.ts';
import { chooseByKey, pressByKey, runByKey, tabTo, typeByKey } from './fixtures/keyboard.ts';
import { acceptedByKubectl, hasKubectl } from './fixtures/kubectl.ts';
import {
  expect,
  expectNoAxeViolations,
  implementationTab,
  openExample,
  openStudio,
  preferTheme,
  stepsOf,
  test,
  themes,
  verdictOf,
} from './fixtures/index.ts';

const now = '2026-11-20T12:00:00Z';
const all = 'All 11 steps pass';
const oneWay = 'All 8 steps pass';

/** One answer, in the order of the form: a radio group and its option, a field and its text, or a button. */
type Answer =
  | { readonly choose: string; readonly option: string }
  | { readonly type: string; readonly text: string }
  | { readonly press: string };

interface Walk {
  readonly title: string;
  readonly answers: readonly Answer[];
  readonly gateway: string;
  readonly headline: string;
  /** A line of the manifests that tells this way from others. */
  readonly writes: RegExp;
}

const gateway = (option: string): Answer => ({ choose: 'Gateway implementation', option });
const seat = (option: string): Answer => ({
  choose: 'Which object names the client certificate',
  option,
});

const walks: readonly Walk[] = [
  {
    title: 'NGINX Gateway Fabric, mutual TLS, names of its own',
    answers: [
      { type: 'Name of the Service', text: 'orders' },
      { type: 'Host name of the backend, sent as SNI', text: 'orders.internal.example' },
      { type: 'Host name of the route', text: 'orders.example.com' },
      { type: 'Backend and policy', text: 'shop' },
    ],
    gateway: 'nginx-gateway-fabric',
    headline: all,
    writes: /^ {4}backend:\n {6}clientCertificateRef:/m,
  },
  {
    title: 'kgateway with a BackendTLSPolicy',
    answers: [gateway('kgateway')],
    gateway: 'kgateway',
    headline: all,
    writes: /^kind: BackendTLSPolicy$/m,
  },
  {
    title: 'kgateway with a BackendConfigPolicy, whose CA cannot stay in a ConfigMap',
    answers: [
      gateway('kgateway'),
      { choose: 'Policy', option: 'BackendConfigPolicy' },
      { press: 'Keep the CA in a Secret' },
    ],
    gateway: 'kgateway',
    headline: all,
    writes: /^kind: BackendConfigPolicy$/m,
  },
  {
    title: 'Envoy Gateway with the EnvoyProxy of the GatewayClass',
    answers: [gateway('Envoy Gateway'), seat('EnvoyProxy of the GatewayClass')],
    gateway: 'envoy-gateway',
    headline: all,
    writes: /^kind: GatewayClass$/m,
  },
  {
    title: 'Envoy Gateway with the EnvoyProxy of the Gateway',
    answers: [gateway('Envoy Gateway'), seat('EnvoyProxy of the Gateway')],
    gateway: 'envoy-gateway',
    headline: all,
    writes: /^kind: EnvoyProxy$/m,
  },
  {
    title: 'Envoy Gateway with a client certificate for one Backend',
    answers: [gateway('Envoy Gateway'), seat('Backend')],
    gateway: 'envoy-gateway',
    headline: all,
    writes: /^kind: Backend$/m,
  },
  {
    title: 'agentgateway, one-way TLS',
    answers: [gateway('agentgateway'), { choose: 'Who proves identity', option: 'One-way TLS' }],
    gateway: 'agentgateway',
    headline: oneWay,
    writes: /^kind: BackendTLSPolicy$/m,
  },
];

const createButton = (page: Page) => page.getByRole('button', { name: 'Create setup' });

async function give(page: Page, answer: Answer): Promise<void> {
  if ('choose' in answer) await chooseByKey(page, answer.choose, answer.option);
  else if ('type' in answer) await typeByKey(page, answer.type, answer.text);
  else await pressByKey(page, page.getByRole('button', { name: answer.press, exact: true }));
}

/** From the welcome screen to the questions, by keys alone. */
async function startByKey(page: Page): Promise<void> {
  await openStudio(page, now);
  await pressByKey(page, page.getByRole('button', { name: 'New setup' }));
  await expect(page.getByRole('heading', { name: 'New setup', level: 1 })).toBeFocused();
}

async function create(page: Page, headline: string): Promise<void> {
  await expect(page.getByRole('status').getByText(headline, { exact: true })).toBeVisible();
  await pressByKey(page, createButton(page));
  await expect(verdictOf(page).getByRole('heading')).toContainText(headline);
}

/** Every step is green, or none of one-way TLS. */
async function expectGreen(page: Page): Promise<void> {
  await expect(stepsOf(page)).toHaveCount(11);
  for (const line of await stepsOf(page).allInnerTexts())
    expect(line).toMatch(/\b(?:Passes|Does not apply)\b/);
}

/** The download passes the command line, and kubectl reads it. */
async function expectAccepted(page: Page, at: string, expected: string): Promise<string> {
  const { zip, files } = await exportZip(page, 'with keys');
  const manifests = Object.fromEntries(
    Object.entries(files).filter(([path]) => path.endsWith('.yaml')),
  );
  const canCreate = hasKubectl();
  if (!canCreate) console.log(`Skipped: ${test.info().title}: kubectl is not installed`);
  const [analysed, created] = await Promise.all([
    analysedByCli(zip, at),
    canCreate ? acceptedByKubectl(manifests) : null,
  ]);
  expect(analysed).toEqual([expected]);
  if (created !== null) expect(created.length).toBeGreaterThan(4);
  return Object.values(manifests).join('---\n');
}

for (const { title, answers, gateway: id, headline, writes } of walks) {
  test(`from nothing, by keys alone: ${title}`, async ({ page }) => {
    await startByKey(page);
    for (const answer of answers) await give(page, answer);
    await create(page, headline);
    await expectGreen(page);
    const graph = page.getByRole('region', { name: 'Graph' });
    await expect(graph.getByRole('button', { name: /^TLS hop / })).toContainText(headline);
    await expect(page.getByRole('button', { name: /^Undo New setup: / })).toBeVisible();
    expect(await expectAccepted(page, now, `${id}: ${headline}`)).toMatch(writes);
  });
}

test('a host outside the cluster with system CAs on kgateway, from a chain on disk', async ({
  page,
}) => {
  const then = '2023-02-01T12:00:00Z';
  await openStudio(page, then);
  await runByKey(page, 'New setup');
  await chooseByKey(page, 'Gateway implementation', 'kgateway');
  await chooseByKey(page, 'Backend', 'Host outside the cluster');
  await typeByKey(page, 'Host', 'www.google.com');
  await chooseByKey(page, 'Who proves identity', 'One-way TLS');
  await chooseByKey(page, 'Where the CA lives', 'System CAs');
  await pressByKey(page, page.getByRole('button', { name: 'Drop a certificate of a public CA' }));
  const choosing = page.waitForEvent('filechooser');
  await pressByKey(page, page.getByRole('button', { name: 'Open files' }));
  await (await choosing).setFiles(join(import.meta.dirname, 'fixtures/public-chain.pem'));
  await expect(page.getByText(/^CN=www\.google\.com, issued by CN=GTS CA 1C3/)).toBeVisible();
  await create(page, oneWay);
  await expect(implementationTab(page, 'kgateway')).toContainText(oneWay);
  await expectGreen(page);
  await expect(stepsOf(page).filter({ hasText: 'key held by the host' })).toHaveCount(1);
  const text = await expectAccepted(page, then, `kgateway: ${oneWay}`);
  expect(text).toMatch(/^ {4}wellKnownCACertificates: System$/m);
});

test('what an implementation cannot do keeps the setup from being made and says what can', async ({
  page,
}) => {
  await startByKey(page);
  await give(page, gateway('agentgateway'));
  await chooseByKey(page, 'Where the CA lives', 'Secret');
  const refusal = page.getByRole('group', { name: 'Cannot be done' });
  await expect(refusal).toContainText('agentgateway reads the CA of a BackendTLSPolicy from a');
  await expect(refusal).toContainText('backend_tls_plugin.go');
  await pressByKey(page, createButton(page));
  await expect(refusal).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(refusal).toHaveCount(0);
  await typeByKey(page, 'Host name of the route', 'Not A Host');
  await pressByKey(page, createButton(page));
  await expect(page.getByRole('textbox', { name: 'Host name of the route' })).toBeFocused();
  await pressByKey(page, page.getByRole('button', { name: 'Cancel' }));
  await expect(page.getByRole('region', { name: 'Examples' })).toBeVisible();
});

test('beside a full workspace it opens a new one, and undo brings the old one back', async ({
  page,
}) => {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  await runByKey(page, 'New setup');
  await expect(page.getByRole('radio', { name: /^In a new workspace/ })).toBeChecked();
  await create(page, all);
  await expectGreen(page);
  await page.getByRole('button', { name: /^Undo New setup: payments on NGINX/ }).click();
  await expect(page.getByRole('treeitem', { name: /catalog/ }).first()).toBeVisible();
});

test('issuing long keys can be stopped and taken up again', async ({ page }) => {
  await openStudio(page, now);
  await page.getByRole('button', { name: 'New setup' }).click();
  await page.getByRole('combobox', { name: 'Kind of key' }).click();
  await page.getByRole('option', { name: 'RSA 4096' }).click();
  await page.getByRole('button', { name: 'Stop issuing' }).click();
  await expect(page.getByRole('status').getByText('Issuing was stopped.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Kind of key' }).click();
  await page.getByRole('option', { name: 'RSA 2048' }).click();
  await expect(page.getByRole('status').getByText(all)).toBeVisible();
});

for (const width of [1440, 390]) {
  test(`at ${String(width)} pixels the questions have nothing that axe objects to`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await openStudio(page, now);
    await page.getByRole('button', { name: 'New setup' }).click();
    await page.getByRole('radio', { name: /^kgateway/ }).click();
    await page.getByRole('radio', { name: /^BackendConfigPolicy/ }).click();
    await expect(page.getByRole('group', { name: 'Cannot be done' })).toBeVisible();
    await page.getByRole('radio', { name: /^Use my files/ }).click();
    await expect(page.getByText('Choose a file with the certificate that')).toHaveCount(2);
    for (const theme of themes) {
      await preferTheme(page, theme);
      await expectNoAxeViolations(page);
    }
    const preview = page.getByRole('radio', { name: 'Preview' });
    if (width === 390) await preview.click();
    await expect(page.getByRole('region', { name: 'Preview', exact: true })).toBeVisible();
    await tabTo(page, page.getByRole('region', { name: /^Text of / }));
    for (const theme of themes) {
      await preferTheme(page, theme);
      await expectNoAxeViolations(page);
    }
  });
}
