// Light and dark: as the system says, and as somebody chooses.
import { type Page } from '@playwright/test';
import { admin, expect, hydrated, office, open, platform, store, test } from './fixtures';
import { backOffice, operator } from './people';

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test.describe('where the system is dark', () => {
  test.use({ colorScheme: 'dark' });

  test('the shop and the platform can be read', async ({ page }) => {
    for (const path of ['', '/products', '/products/moka-pot', '/search?q=mug', '/cart', '/account/sign-in', '/nowhere']) {
      await open(page, `${store('kaffi')}${path}`);
    }
    for (const code of ['lumiere', 'bierger']) await open(page, `${store(code)}/products`);
    for (const path of ['', '/pricing', '/sign-in']) await open(page, `${platform}${path}`);
    const [lightness] = (await background(page)).match(/[\d.]+/)!;
    expect(Number(lightness)).toBeLessThan(0.3);
  });

  test('the back offices can be read', async ({ page }) => {
    await backOffice(page, 'owner@minett.test', 'kaffi');
    for (const path of ['/orders', '/products', '/products/new', '/inventory', '/settings', '/messages', '/payments']) {
      await open(page, `${office('kaffi')}${path}`);
    }
    await open(page, `${office('kaffi')}/orders`);
    await page.locator('tbody a.row-link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Order #\d+$/);
    await hydrated(page);
    await operator(page);
    for (const path of ['/modules', '/modules/catalog', '/stores', '/tiers']) await open(page, `${admin}${path}`);
  });
});

test('a choice outdoes the system, is remembered, and can be taken back', async ({ page }) => {
  await open(page, `${store('kaffi')}/products`);
  const light = await background(page);
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByRole('button', { name, exact: true }).click();
  };
  await choose('Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect.poll(() => background(page)).not.toBe(light);
  await open(page, `${store('kaffi')}/products`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await choose('Like the system');
  await open(page, `${store('kaffi')}/products`);
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /.*/);
  expect(await background(page)).toBe(light);
});
