import type { Locator, Page } from '@playwright/test';
import { expectNoAxeViolations } from './fixtures/axe.ts';
import { exportZip } from './fixtures/export.ts';
import { expect, implementationTab, openExample, openStudio, test } from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';

const ngf = (page: Page): Locator => implementationTab(page, 'NGINX Gateway Fabric');
const row = (page: Page, name: string): Locator =>
  page.getByRole('tree', { name: 'Objects by namespace' }).getByRole('treeitem', { name });
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const node = (page: Page, name: RegExp): Locator =>
  page.getByRole('region', { name: 'Graph' }).getByRole('button', { name });

async function start(page: Page): Promise<Readonly<Record<string, string>>> {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  await expect(ngf(page)).toContainText('All 11 steps pass');
  return (await exportZip(page, 'with keys')).files;
}

/** As a hand on the keyboard does it: there, then Enter. */
async function press(page: Page, target: Locator): Promise<void> {
  // A button waits for what the edit comes to.
  await expect(target).toBeEnabled();
  await target.focus();
  await page.keyboard.press('Enter');
}

/** Opens the menu of an object in the inspector and chooses in it. */
async function choose(page: Page, name: string, entry: string): Promise<void> {
  await press(page, page.getByRole('button', { name: `Actions for ${name}`, exact: true }));
  await press(page, page.getByRole('menuitem', { name: entry }));
}

async function undo(page: Page, label: RegExp): Promise<void> {
  await page.getByRole('button', { name: label }).click();
}

test('a field of the form changes the YAML and the verdict, and undo restores every byte', async ({
  page,
}) => {
  const before = await start(page);
  await row(page, 'BackendTLSPolicy catalog-tls').focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: 'hostname (required)' });
  await expect(field).toHaveValue('catalog.shop.svc.cluster.local');
  await field.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('wrong.example.com');
  await page.keyboard.press('Enter');
  await expect(ngf(page)).toContainText('Fails at step 8');
  const after = (await exportZip(page, 'with keys')).files;
  const [path = ''] = Object.keys(before).filter((name) => before[name] !== after[name]);
  expect(after[path]).toBe(
    before[path]?.replace(
      'hostname: catalog.shop.svc.cluster.local',
      'hostname: wrong.example.com',
    ),
  );
  await expectNoAxeViolations(page);
  await undo(page, /^Undo Set hostname of BackendTLSPolicy/);
  await expect(ngf(page)).toContainText('All 11 steps pass');
  expect((await exportZip(page, 'with keys')).files).toEqual(before);
});

test('a rename by F2 takes every reference along', async ({ page }) => {
  const before = await start(page);
  await row(page, 'ConfigMap services-ca').focus();
  await page.keyboard.press('F2');
  const rename = dialog(page, 'Rename ConfigMap services-ca');
  await rename.getByRole('textbox', { name: 'New name' }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Roots');
  await expect(rename.getByText(/a lowercase RFC 1123 subdomain must consist/)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('roots');
  await expect(rename.getByText('spec.validation.caCertificateRefs[0].name')).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press('Enter');
  await expect(row(page, 'ConfigMap roots')).toBeVisible();
  await expect(ngf(page)).toContainText('All 11 steps pass');
  await undo(page, /^Undo Rename ConfigMap services-ca to roots/);
  await expect(row(page, 'ConfigMap services-ca')).toBeVisible();
  expect((await exportZip(page, 'with keys')).files).toEqual(before);
});

test('an object is duplicated, and deleted with what will dangle, by keyboard', async ({
  page,
}) => {
  const before = await start(page);
  await row(page, 'ConfigMap services-ca').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Actions for services-ca' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Duplicate…' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Duplicate ConfigMap services-ca')).toBeVisible();
  await page.getByRole('textbox', { name: 'New name' }).focus();
  await expect(page.getByText('Nothing names the copy yet.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(row(page, 'ConfigMap services-ca-copy')).toBeVisible();
  await undo(page, /^Undo Duplicate/);
  // The tree follows the text: by now it has read that the copy is gone.
  await expect(row(page, 'ConfigMap services-ca-copy')).toHaveCount(0);
  await row(page, 'ConfigMap services-ca').focus();
  await page.keyboard.press('Delete');
  const remove = dialog(page, 'Delete ConfigMap services-ca');
  await expect(remove.getByText('Will name nothing')).toBeVisible();
  await remove.getByRole('button', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  await expect(row(page, 'ConfigMap services-ca')).toHaveCount(0);
  await undo(page, /^Undo Delete ConfigMap/);
  await expect(ngf(page)).toContainText('All 11 steps pass');
  expect((await exportZip(page, 'with keys')).files).toEqual(before);
});

test('a Service moves to another namespace with the grant that its route needs', async ({
  page,
}) => {
  const before = await start(page);
  await press(page, row(page, 'Service catalog'));
  await choose(page, 'catalog', 'Move to namespace…');
  const move = dialog(page, 'Move Service catalog');
  await move
    .getByRole('textbox', { name: 'To namespace' })
    .or(move.getByRole('combobox'))
    .fill('backends');
  await expect(move.getByText(/^ReferenceGrant backends/)).toBeVisible();
  await expectNoAxeViolations(page);
  await press(page, move.getByRole('button', { name: 'Move' }));
  await expect(row(page, 'ReferenceGrant')).not.toHaveCount(0);
  await undo(page, /^Undo Move Service catalog/);
  await expect(ngf(page)).toContainText('All 11 steps pass');
  expect((await exportZip(page, 'with keys')).files).toEqual(before);
});

test('objects are connected by menu and by a line drawn with the mouse', async ({ page }) => {
  // High enough that both ends of the line are in sight.
  await page.setViewportSize({ width: 1440, height: 1900 });
  await start(page);
  await press(page, row(page, 'HTTPRoute catalog'));
  await choose(page, 'catalog', 'Add beside it…');
  const add = dialog(page, 'Add beside HTTPRoute catalog');
  await press(page, add.getByRole('combobox', { name: 'Kind' }));
  await press(page, page.getByRole('option', { name: /^Service:/ }));
  await add.getByRole('textbox', { name: 'Name', exact: true }).fill('second');
  await press(page, add.getByRole('button', { name: 'Add' }));
  await expect(row(page, 'Service second')).toBeVisible();

  await press(page, row(page, 'BackendTLSPolicy catalog-tls'));
  await choose(page, 'catalog-tls', 'Connect to…');
  const connect = dialog(page, 'Connect BackendTLSPolicy catalog-tls');
  await press(page, connect.getByRole('combobox', { name: 'To' }));
  await press(page, page.getByRole('option', { name: /^Service second/ }));
  await press(page, connect.getByRole('button', { name: 'Connect' }));
  const undoConnect = page.getByRole('button', {
    name: 'Undo Connect BackendTLSPolicy catalog-tls to Service second',
  });
  await expect(undoConnect).toBeVisible();
  await undoConnect.click();
  await page.getByRole('button', { name: 'Fit to view' }).click();

  const from = await node(page, /^BackendTLSPolicy catalog-tls,/).boundingBox();
  const to = await node(page, /^Service second,/).boundingBox();
  if (from === null || to === null) throw new Error('a node is not on screen');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.move(from.x + from.width, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 3, to.y + to.height / 3, { steps: 8 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(undoConnect).toBeVisible();
});

test('a text of several lines keeps its line breaks and its block', async ({ page }) => {
  const before = await start(page);
  await press(page, row(page, 'ConfigMap services-ca'));
  const field = page.getByRole('textbox', { name: 'ca.crt' });
  await field.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('# ours');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: /^Undo Set ca.crt/ })).toBeVisible();
  await expect(ngf(page)).toContainText('All 11 steps pass');
  const after = (await exportZip(page, 'with keys')).files;
  const [path = ''] = Object.keys(before).filter((name) => before[name] !== after[name]);
  expect(after[path]?.split('\n').filter((line) => line.trim() !== '# ours')).toEqual(
    before[path]?.split('\n'),
  );
  await undo(page, /^Undo Set ca.crt/);
  expect((await exportZip(page, 'with keys')).files).toEqual(before);
});

test('a missing ConfigMap is created from its place in the outline, by keyboard', async ({
  page,
}) => {
  await start(page);
  await row(page, 'ConfigMap services-ca').focus();
  await page.keyboard.press('Delete');
  await press(
    page,
    dialog(page, 'Delete ConfigMap services-ca').getByRole('button', { name: 'Delete' }),
  );
  await expect(row(page, 'ConfigMap services-ca')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Outline' }).click();
  const outline = page.getByRole('tree', { name: 'Outline of the graph' });
  const ghost = outline.getByRole('treeitem', { name: /^services-ca,.*Not found/ }).first();
  await ghost.focus();
  await page.keyboard.press('F2');
  await expect(dialog(page, 'Rename ConfigMap services-ca')).toBeVisible();
  await page.keyboard.press('Escape');
  await press(page, ghost);
  await expect(page.getByRole('button', { name: 'Issue a certificate into it…' })).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Create it…' }));
  const create = dialog(page, 'Create ConfigMap services-ca');
  await press(page, create.getByRole('button', { name: 'Create' }));
  await expect(row(page, 'ConfigMap services-ca')).toBeVisible();
});

test('without its Gateway a route says what is missing, and the empty handshake creates it', async ({
  page,
}) => {
  await start(page);
  await row(page, 'Gateway storefront').focus();
  await page.keyboard.press('Delete');
  await press(
    page,
    dialog(page, 'Delete Gateway storefront').getByRole('button', { name: 'Delete' }),
  );
  const graph = page.getByRole('region', { name: 'Graph' });
  await expect(graph.getByText('Add Gateway storefront in shop.')).toBeVisible();
  await expect(graph.getByRole('button', { name: 'Create Gateway storefront' })).toBeVisible();
  await expectNoAxeViolations(page);
  const empty = page.getByRole('tabpanel', { name: 'Handshake' });
  await press(page, empty.getByRole('button', { name: 'Create Gateway storefront' }));
  await press(
    page,
    dialog(page, 'Create Gateway storefront').getByRole('button', { name: 'Create' }),
  );
  await expect(row(page, 'Gateway storefront')).toBeVisible();
  await expect(empty.getByText('No connection to check yet')).toHaveCount(0);
});

test('form and dialogs read well in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await start(page);
  await row(page, 'Gateway storefront').click();
  await expect(page.getByRole('textbox', { name: 'gatewayClassName (required)' })).toBeVisible();
  await expectNoAxeViolations(page);
  await row(page, 'Gateway storefront').press('F2');
  await expect(dialog(page, 'Rename Gateway storefront')).toBeVisible();
  await expectNoAxeViolations(page);
});
