import type { Page } from '@playwright/test';
import {
  expect,
  expectNoAxeViolations,
  openExample,
  openStudio,
  preferTheme,
  showHandshake,
  stepsOf,
  test,
  themes,
  verdictOf,
} from './fixtures/index.ts';
import { fixTime } from './fixtures/clock.ts';

const now = '2026-06-15T12:00:00Z';
const mutual = 'NGINX Gateway Fabric: mutual TLS';
const welcome = 'See why backend TLS fails, before you apply it';

const saved = (page: Page) => page.getByRole('banner').getByText('Saved', { exact: true });

/** Everything that the page keeps, as one text: base64 is decoded three times over, so that no key hides in it. */
async function dumpOf(page: Page): Promise<string> {
  const raw = await page.evaluate(async () => {
    const parts: string[] = [
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
    ];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('not opened'));
        };
      });
      for (const store of db.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve) => {
          const request = db.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => {
            resolve(request.result as unknown[]);
          };
        });
        parts.push(
          JSON.stringify(all, (_, value: unknown) =>
            value instanceof Uint8Array
              ? String.fromCharCode(...value)
              : value instanceof CryptoKey
                ? `CryptoKey extractable=${String(value.extractable)}`
                : value,
          ),
        );
      }
      db.close();
    }
    return parts.join('\n');
  });
  let all = raw;
  let layer = raw;
  for (let depth = 0; depth < 3; depth += 1) {
    const runs = layer.replaceAll('\\n', '').match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? [];
    layer = runs.map((run) => Buffer.from(run, 'base64').toString('latin1')).join('\n');
    all += layer;
  }
  return all;
}

const keyLabel = /BEGIN (?!REMOVED)[A-Z ]*PRIVATE KEY/;

async function openKept(page: Page): Promise<void> {
  await openStudio(page, now);
  await openExample(page, mutual);
  await expect(saved(page)).toBeVisible();
}

async function manage(page: Page) {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^NGINX Gateway Fabric/ })
    .click();
  await page.getByRole('menuitem', { name: 'Workspaces on this device' }).click();
  return page.getByRole('dialog', { name: 'Workspaces on this device' });
}

async function typeInEditor(page: Page, text: string): Promise<void> {
  await page.getByRole('treeitem', { name: 'Gateway storefront' }).click();
  await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: 'YAML' }).click();
  const editor = page.getByRole('textbox', { name: 'YAML of gateway.yaml' });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(text);
}

test('an edited workspace is back after a reload, without its keys, and says so', async ({
  page,
}) => {
  await openKept(page);
  await typeInEditor(page, '#edited-here');
  await expect.poll(() => dumpOf(page)).toContain('#edited-here');
  await expect(saved(page)).toBeVisible();
  expect(await dumpOf(page)).not.toMatch(keyLabel);
  await page.reload();
  await expect(
    page.getByText(/NGINX Gateway Fabric.* is back, without \d private keys: drop the files/),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: welcome })).toHaveCount(0);
  await showHandshake(page);
  await expect(stepsOf(page).nth(4)).toContainText('Not proven');
  await expect(verdictOf(page)).not.toContainText('Fails');
  await typeInEditor(page, '');
  await expect(page.getByText('#edited-here')).toBeVisible();
});

test('a page that is gone leaves its workspace to the next one', async ({ page, context }) => {
  await openKept(page);
  await page.close();
  const next = await context.newPage();
  await fixTime(next, now);
  await next.goto('./');
  await expect(next.getByText(/is back, without/)).toBeVisible();
});

test('a second tab does not write what the first has open', async ({ page, context }) => {
  await openKept(page);
  const second = await context.newPage();
  await fixTime(second, now);
  await second.goto('./');
  await expect(second.getByText(/is open in another tab/)).toBeVisible();
  await second.getByRole('button', { name: 'Open a copy' }).click();
  await expect(second.getByRole('banner').getByRole('button', { name: /^NGINX/ })).toContainText(
    '(copy)',
  );
  const dialog = await manage(second);
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
});

test('several workspaces: rename, duplicate, open, delete', async ({ page }) => {
  await openKept(page);
  const dialog = await manage(page);
  const rows = dialog.getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await dialog.getByRole('button', { name: /^Duplicate/ }).click();
  await expect(rows).toHaveCount(2);
  const rename = dialog.getByRole('button', { name: /^Rename .*copy/ });
  await rename.click();
  // Escape leaves the name alone, not the dialog.
  await page.keyboard.press('Escape');
  await expect(rename).toBeFocused();
  await rename.click();
  await dialog.getByRole('textbox', { name: /^New name/ }).fill('Staging');
  await page.keyboard.press('Enter');
  await expect(rows.filter({ hasText: 'Staging' })).toBeVisible();
  for (const theme of themes) {
    await preferTheme(page, theme);
    await expectNoAxeViolations(page);
  }
  await rows.filter({ hasText: 'Staging' }).getByRole('button').first().click();
  await expect(page.getByRole('banner').getByRole('button', { name: /^Staging/ })).toBeVisible();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Staging/ })
    .click();
  await page.getByRole('menuitem', { name: 'Workspaces on this device' }).click();
  await dialog.getByRole('button', { name: 'Delete Staging' }).click();
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: welcome })).toBeVisible();
  await page
    .getByRole('region', { name: 'Workspaces on this device' })
    .getByRole('button', { name: /NGINX/ })
    .click();
  await expect(verdictOf(page)).toBeVisible();
});

test('keys are kept when asked, encrypted under a key that cannot leave', async ({ page }) => {
  await openKept(page);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^NGINX Gateway Fabric/ })
    .click();
  await page.getByRole('menuitem', { name: 'Workspace settings' }).click();
  const settings = page.getByRole('dialog', { name: 'Workspace settings' });
  await settings.getByRole('checkbox', { name: 'Keep private keys too, encrypted' }).check();
  await expectNoAxeViolations(page);
  await settings.getByRole('button', { name: 'Save settings' }).click();
  await expect.poll(() => dumpOf(page)).toContain('CryptoKey extractable=false');
  await expect.poll(() => dumpOf(page)).toContain('"sealed"');
  expect(await dumpOf(page)).not.toMatch(keyLabel);
  await page.reload();
  await expect(page.getByText(/is back as it was kept/)).toBeVisible();
  await showHandshake(page);
  await expect(stepsOf(page).nth(4)).not.toContainText('Not proven');
});

test('Escape goes back from forgetting to the list, and from the list to the menu it came from', async ({
  page,
}) => {
  await openKept(page);
  const dialog = await manage(page);
  await dialog.getByRole('button', { name: 'Forget everything' }).press('Enter');
  const confirm = page.getByRole('dialog', { name: 'Forget everything on this device' });
  await expect(confirm.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('button', { name: 'Forget everything' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner').getByRole('button', { name: /^NGINX/ })).toBeFocused();
});

test('forget everything leaves nothing', async ({ page }) => {
  await openKept(page);
  const dialog = await manage(page);
  await dialog.getByRole('button', { name: 'Forget everything' }).click();
  const confirm = page.getByRole('dialog', { name: 'Forget everything on this device' });
  await expect(confirm).toContainText('1 workspace');
  for (const theme of themes) {
    await preferTheme(page, theme);
    await expectNoAxeViolations(page);
  }
  await confirm.getByRole('button', { name: 'Forget everything' }).click();
  await expect(page.getByRole('heading', { name: welcome })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Workspaces on this device' })).toHaveCount(0);
  expect((await dumpOf(page)).replace(/[[\]{}\s]/g, '')).toBe('');
});

test('a browser that refuses storage is named once, and all goes on', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await openStudio(page, now);
  await openExample(page, mutual);
  await expect(page.getByText(/does not let the page keep anything/)).toBeVisible();
  await expect(page.getByRole('banner').getByText('Not saved')).toBeVisible();
});

test('the history names its steps and jumps over several, from the keyboard', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, mutual);
  await typeInEditor(page, '#one');
  await page.keyboard.press('Enter');
  await page.keyboard.type('#two');
  await page.getByRole('button', { name: 'History' }).focus();
  await page.keyboard.press('Enter');
  const steps = page.getByRole('menuitem', { name: 'Undo Edit gateway.yaml' });
  await expect(steps).not.toHaveCount(1);
  await steps.last().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('#one')).toHaveCount(0);
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('menuitem', { name: 'Redo Edit gateway.yaml' }).first().click();
  await expect(page.getByText('#one')).toBeVisible();
  await expect(page.getByText('#two')).toBeVisible();
});
