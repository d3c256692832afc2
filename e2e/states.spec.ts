import type { Locator, Page } from '@playwright/test';
import {
  expect,
  expectNoAxeViolations,
  openExample,
  openStudio,
  preferTheme,
  test,
  themes,
  verdictOf,
} from './fixtures/index.ts';

const now = '2026-06-15T12:00:00Z';

type Themes = readonly (typeof themes)[number][];

/** Widths of the design's resize table: desktop, small laptop, phone. Colours do not change with the width. */
const sizes: readonly { viewport: { width: number; height: number }; shown: Themes }[] = [
  { viewport: { width: 1440, height: 900 }, shown: themes },
  { viewport: { width: 1024, height: 768 }, shown: ['light'] },
  { viewport: { width: 390, height: 844 }, shown: ['dark'] },
];

/** Judges what is on the page: axe in each theme, and nothing that reaches over the window's edge. */
async function judge(page: Page, state: string, shown: Themes): Promise<void> {
  await test.step(state, async () => {
    const overhang = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overhang).toBe(0);
    for (const theme of shown) {
      await preferTheme(page, theme);
      await expectNoAxeViolations(page);
    }
  });
}

/** Brings a panel to the front: a tab of the dock, or on a phone a page of the bottom bar. */
async function showPanel(page: Page, name: 'Handshake' | 'Problems' | 'YAML'): Promise<void> {
  const bar = page.getByRole('navigation', { name: 'Views' });
  const tabs = page.getByRole('tablist', { name: 'Panels' });
  const starts = new RegExp(`^${name}`);
  if (await bar.isVisible()) await bar.getByRole('button', { name: starts }).click();
  else await tabs.getByRole('tab', { name: starts }).click();
}

for (const { viewport, shown } of sizes) {
  test.describe(`at ${String(viewport.width)} pixels`, () => {
    test.use({ viewport });

    test('welcome and paste have nothing that axe objects to', async ({ page }) => {
      await openStudio(page, now);
      await judge(page, 'welcome', shown);
      await page.getByRole('button', { name: 'Paste text' }).click();
      await expect(page.getByRole('dialog', { name: 'Paste text' })).toBeVisible();
      await judge(page, 'paste', shown);
    });

    test('a failing setup, its problems and its text neither', async ({ page }) => {
      await openStudio(page, now);
      await openExample(page, 'missing-ca-key');
      await expect(verdictOf(page)).toContainText('Fails at step 2');
      await judge(page, 'failing', shown);
      await showPanel(page, 'Problems');
      const problems = page.getByRole('table', { name: /^Problems/ });
      await problems.getByRole('button', { name: /^ConfigMap services-ca has no CA/ }).click();
      await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
      await judge(page, 'problems and inspector', shown);
      await page.keyboard.press('Escape');
      await showPanel(page, 'YAML');
      await expect(page.getByRole('textbox', { name: /^YAML of / })).toBeAttached();
      await judge(page, 'text', shown);
    });

    test('export and palette neither', async ({ page }) => {
      await openStudio(page, now);
      await openExample(page, 'missing-ca-key');
      await page.keyboard.press('ControlOrMeta+s');
      await expect(page.getByRole('dialog', { name: 'Export setup' })).toBeVisible();
      await expect(page.getByRole('region', { name: 'Files' })).toBeVisible();
      await judge(page, 'export', shown);
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('dialog', { name: 'Search and commands' })).toBeVisible();
      await judge(page, 'palette', shown);
    });

    for (const example of ['NGINX Gateway Fabric: mutual TLS', 'Envoy Gateway: mutual TLS']) {
      test(`a passing setup neither: ${example}`, async ({ page }) => {
        await openStudio(page, now);
        await openExample(page, example);
        await expect(verdictOf(page)).toContainText('All 11 steps pass');
        await judge(page, 'passing', shown);
      });
    }
  });
}

test('the outline and the date panel have nothing that axe objects to', async ({ page }) => {
  await openStudio(page, now);
  await openExample(page, 'expired');
  await page.getByRole('radio', { name: 'Outline' }).click();
  await expect(page.getByRole('tree', { name: 'Outline of the graph' })).toBeVisible();
  await judge(page, 'outline', themes);
  await page.getByRole('button', { name: /^As of/ }).click();
  await expect(page.getByRole('dialog', { name: 'As-of date' })).toBeVisible();
  await judge(page, 'date', themes);
});

/** Presses a key until the element has the focus; gives up where a user would. */
async function pressUntilFocused(page: Page, key: string, target: Locator): Promise<void> {
  const hasFocus = (): Promise<boolean> =>
    target.evaluate((element) => element.contains(document.activeElement));
  for (let pressed = 0; pressed < 40; pressed++) {
    if (await hasFocus()) return;
    await page.keyboard.press(key);
  }
  expect(await hasFocus()).toBe(true);
}

test('the whole way is open to the keyboard alone', async ({ page }) => {
  await openStudio(page, now);
  const example = page
    .getByRole('region', { name: 'Examples' })
    .getByRole('button', { name: /^wrong-ca / });
  await pressUntilFocused(page, 'Tab', example);
  await page.keyboard.press('Enter');
  await expect(verdictOf(page)).toContainText('Fails at step 8');

  const graph = page.getByRole('region', { name: 'Graph' });
  const item = (name: RegExp): Locator => graph.getByRole('button', { name });
  await pressUntilFocused(page, 'F6', graph);
  await page.keyboard.press('Home');
  await expect(item(/^HTTPRoute catalog,/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(item(/^Gateway storefront,/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(item(/^TLS hop storefront to catalog/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(item(/^Service catalog,/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(item(/^Service catalog,/)).toHaveAttribute('aria-current', 'true');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { name: 'catalog', level: 2 })).toBeInViewport({
    ratio: 1,
  });

  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Search and commands' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(item(/^Service catalog,/)).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(item(/^Service catalog,/)).toBeFocused();

  const dock = page.getByRole('region', { name: 'Lower panel' });
  await pressUntilFocused(page, 'F6', dock);
  await pressUntilFocused(page, 'F6', inspector);
  await pressUntilFocused(page, 'Shift+F6', graph);
});
