import type { Locator, Page } from '@playwright/test';
import { expectNoAxeViolations } from './fixtures/axe.ts';
import { exportZip } from './fixtures/export.ts';
import { expect, implementationTab, openExample, openStudio, test } from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';

const ngf = (page: Page): Locator => implementationTab(page, 'NGINX Gateway Fabric');
const row = (page: Page, name: string): Locator => page.getByRole('treeitem', { name });
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });
const node = (page: Page, name: RegExp): Locator =>
  page.getByRole('region', { name: 'Graph' }).getByRole('button', { name });

async function start(page: Page): Promise<Readonly<Record<string, string>>> {
  await openStudio(page, now);
  await openExample(page, 'NGINX Gateway Fabric: mutual TLS');
  await expect(ngf(page)).toContainText('All 11 steps pass');
  return (await exportZip(page, 'with keys')).files;
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
  await row(page, 'Service catalog').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to namespace…' }).click();
  const move = dialog(page, 'Move Service catalog');
  await move
    .getByRole('textbox', { name: 'To namespace' })
    .or(move.getByRole('combobox'))
    .fill('backends');
  await expect(move.getByText(/^ReferenceGrant backends/)).toBeVisible();
  await expectNoAxeViolations(page);
  await move.getByRole('button', { name: 'Move' }).click();
  await expect(row(page, 'ReferenceGrant')).not.toHaveCount(0);
  await undo(page, /^Undo Move Service catalog/);
  await expect(ngf(page)).toContainText('All 11 steps pass');
  expect((await exportZip(page, 'with keys')).files).toEqual(before);
});

test('objects are connected by menu and by a line drawn with the mouse', async ({ page }) => {
  // High enough that both ends of the line are in sight.
  await page.setViewportSize({ width: 1440, height: 1900 });
  await start(page);
  await row(page, 'HTTPRoute catalog').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Actions for catalog' }).click();
  await page.getByRole('menuitem', { name: 'Add beside it…' }).click();
  const add = dialog(page, 'Add beside HTTPRoute catalog');
  await add.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: /^Service:/ }).click();
  await add.getByRole('textbox', { name: 'Name', exact: true }).fill('second');
  await add.getByRole('button', { name: 'Add' }).click();
  await expect(row(page, 'Service second')).toBeVisible();

  await row(page, 'BackendTLSPolicy catalog-tls').click();
  await page.getByRole('button', { name: 'Actions for catalog-tls' }).click();
  await page.getByRole('menuitem', { name: 'Connect to…' }).click();
  const connect = dialog(page, 'Connect BackendTLSPolicy catalog-tls');
  await connect.getByRole('combobox', { name: 'To' }).click();
  await page.getByRole('option', { name: /^Service second/ }).click();
  await connect.getByRole('button', { name: 'Connect' }).click();
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
