import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
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

const now = '2026-06-15T12:00:00Z';
const example = 'NGINX Gateway Fabric: mutual TLS';

/** Opens the dialog from the lower panel, at one of its pages. */
async function ask(page: Page, tab: string): Promise<Locator> {
  await page.getByRole('button', { name: 'What if: try a fault' }).click();
  const dialog = page.getByRole('dialog', { name: 'What if' });
  await dialog.getByRole('tab', { name: tab }).click();
  return dialog;
}

/** Finds a command in the palette, which comes with its own chunk, and runs it. */
async function runCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
}

const simulated = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: 'Simulated:' });

test('a fault is shown on the page, and the documents stay', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, example);
  const dialog = await ask(page, 'Faults');
  await dialog.getByRole('button', { name: /^Wrong CA/ }).click();
  await expect(simulated(page)).toContainText('Simulated: Wrong CA. Your documents are unchanged.');
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 8');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await expect(verdictOf(page)).toContainText('(20:unable to get local issuer certificate)');
  await expect(implementationTab(page, 'kgateway')).toContainText('client gets 503');
  await expectNoAxeViolations(page);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAccessibleName(/Open NGINX/);

  await page.getByRole('button', { name: 'Compare' }).click();
  const table = page.getByRole('table', { name: 'Verdicts that change' });
  await expect(table.getByRole('row').filter({ hasText: 'agentgateway' })).toContainText(
    'UnknownIssuer',
  );
  await expect(page.getByRole('region', { name: 'Objects' })).toContainText('services-ca');
  await expectNoAxeViolations(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Back to your documents' }).click();
  await expect(simulated(page)).toBeHidden();
  await expect(verdictOf(page).getByRole('heading')).toContainText('All 11 steps pass');
});

test('the YAML of a simulation is that of the variant and can only be read', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, example);
  const dialog = await ask(page, 'Faults');
  await dialog.getByRole('button', { name: /^No client certificate/ }).click();
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 5');
  await page.getByRole('tablist', { name: 'Panels' }).getByRole('tab', { name: 'YAML' }).click();
  await expect(page.getByRole('textbox', { name: /, read only$/ })).toBeAttached();
  await page.getByRole('button', { name: 'Back to your documents' }).click();
  await expect(page.getByRole('textbox', { name: /^YAML of / })).toBeAttached();
});

test('the next date on which it breaks, and a look at it', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, example);
  await page.getByRole('button', { name: /^As of/ }).click();
  const panel = page.getByRole('dialog', { name: 'As-of date' });
  const band = panel.getByRole('img', {
    name: /^From 15 Jun 2026: All 11 steps pass; From 14 Jun/,
  });
  await expect(band).toBeVisible();
  await expectNoAxeViolations(page);
  await panel.getByRole('button', { name: 'Next break' }).click();
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 8');
  await expect(panel).toContainText('No later date breaks it.');
  await panel.getByRole('button', { name: 'Back to today' }).click();
  await panel.getByRole('button', { name: 'When does it break' }).click();
  const points = page.getByRole('list', { name: 'Dates on which a verdict changes' });
  await expect(points.getByRole('heading')).toHaveText(['14 Jun 2027 12:00 UTC']);
  await expect(points).toContainText('storefront expires');
  await expectNoAxeViolations(page);
  await points.getByRole('button', { name: 'Look at this date' }).click();
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 8');
  await expect(page.getByRole('button', { name: /^As of/ })).toContainText('14 Jun 2027');
});

test('a rotation is rehearsed and its steps applied one after another', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, example);
  let dialog = await ask(page, 'Rotation');
  const broken = dialog.getByRole('table', { name: 'New certificate first' });
  await expect(
    broken.getByRole('row').filter({ hasText: 'While the backend rolls' }),
  ).toContainText('Fails at step 8 · client gets 502');
  const right = dialog.getByRole('table', { name: 'In this order' });
  await expect(right).not.toContainText('Fails');
  await expectNoAxeViolations(page);

  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download rotation-2-new-leaf.yaml' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('rotation-2-new-leaf.yaml');
  const step = await readFile(await download.path(), 'utf8');
  expect(step.match(/^ {2}name: .*$/gm)).toEqual(['  name: catalog-identity']);
  await expect(dialog.getByRole('button', { name: /^Copy the YAML: / })).toHaveCount(3);

  const apply = dialog.getByRole('button', { name: /^Apply to the documents/ });
  const lookAtLast = dialog.getByRole('button', { name: /^Look at it: Take the old CA/ });
  for (const left of [2, 1, 0]) {
    await apply.press('Enter');
    await expect(dialog.getByText('Applied', { exact: true })).toHaveCount(3 - left);
    await expect(left > 0 ? apply : lookAtLast).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(verdictOf(page).getByRole('heading')).toContainText('All 11 steps pass');
  await expect(page.getByRole('button', { name: /Undo Take the old CA/ })).toBeVisible();

  dialog = await ask(page, 'Compare');
  await expect(dialog.getByText('None of 4 verdicts changes.')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Objects' })).toContainText('catalog-identity');
});

test('by keyboard alone, from the palette to the outcome and back', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, example);
  await runCommand(page, 'try a fault');
  const dialog = page.getByRole('dialog', { name: 'What if' });
  const fault = dialog.getByRole('button', { name: /^Policy deleted/ });
  await expect(fault).toBeVisible();
  await fault.focus();
  await page.keyboard.press('Enter');
  await expect(verdictOf(page).getByRole('heading')).toContainText('Fails at step 2');
  await runCommand(page, 'Back to your documents');
  await expect(stepsOf(page).filter({ hasText: 'Passes' })).toHaveCount(11);
});

for (const theme of themes) {
  test(`it fits a narrow window, ${theme}`, async ({ page }) => {
    await preferTheme(page, theme);
    await page.setViewportSize({ width: 390, height: 844 });
    await openStudio(page, now);
    await openExample(page, example);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'What if: try a fault' }).click();
    const dialog = page.getByRole('dialog', { name: 'What if' });
    await dialog.getByRole('tab', { name: 'Rotation' }).click();
    await expect(dialog.getByRole('table', { name: 'In this order' })).toBeVisible();
    await expectNoAxeViolations(page);
    const overflow = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
