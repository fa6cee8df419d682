// The operator switches modules: what is off is gone from every frontend, and comes back.
import { type Page } from '@playwright/test';
import { admin, expect, hydrated, office, open, store, test } from './fixtures';
import { backOffice, operator } from './people';

const GONE = /catalog|inventory|cart|checkout/;

/** Switches a module, after reading what goes along; nothing when it is as wanted already. */
async function flip(page: Page, code: string, to: 'on' | 'off'): Promise<string[]> {
  await open(page, `${admin}/modules/${code}`);
  const button = page.getByRole('main').getByRole('button', { name: new RegExp(`^Switch .* ${to}$`) });
  if ((await button.count()) === 0) return [];
  const along = await page.locator('.alert li').allInnerTexts();
  await button.click();
  const back = to === 'on' ? 'off' : 'on';
  await expect(page.getByRole('main').getByRole('button', { name: new RegExp(`^Switch .* ${back}$`) })).toBeVisible();
  await hydrated(page);
  return along;
}

/** What a page asks for: its stylesheets and the parts of its program. */
async function requestsOf(page: Page, address: string): Promise<string[]> {
  const paths: string[] = [];
  const note = (request: { url(): string }) => paths.push(new URL(request.url()).pathname);
  page.on('request', note);
  await open(page, address);
  page.off('request', note);
  return paths.filter((path) => /^\/(style|pkg)\//.test(path));
}

const menu = (page: Page) => page.getByRole('navigation', { name: 'Navigation' });

test.afterEach(async ({ other }) => {
  await operator(other);
  await flip(other, 'inventory', 'on');
  await flip(other, 'checkout', 'on');
});

test('switching the catalogue off takes along what needs it, and on again brings it back', async ({ page }) => {
  test.slow();
  await operator(page);
  await open(page, `${admin}/modules`);
  await page.getByRole('link', { name: 'Catalogue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Catalogue');
  await expect(page.locator('.alert')).toContainText('Switched off along with it, because they need it:');
  expect(await flip(page, 'catalog', 'off')).toEqual(expect.arrayContaining(['Inventory', 'Cart', 'Checkout']));

  await test.step('the shop knows nothing of it', async () => {
    const asked = await requestsOf(page, store('kaffi'));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((path) => GONE.test(path))).toEqual([]);
    await expect(page.getByRole('link', { name: 'All products' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Cart' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Search' })).toHaveCount(0);
    for (const path of ['/products', '/products/moka-pot', '/search', '/cart', '/checkout']) {
      const response = await open(page, `${store('kaffi')}${path}`);
      expect(response?.status(), path).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    }
  });

  await test.step('the back office knows nothing of it, and the rest works', async () => {
    await backOffice(page, 'owner@minett.test', 'kaffi');
    const asked = await requestsOf(page, office('kaffi'));
    expect(asked.filter((path) => GONE.test(path))).toEqual([]);
    for (const name of ['Products', 'Categories', 'Inventory']) await expect(menu(page).getByRole('link', { name })).toHaveCount(0);
    for (const path of ['/products', '/categories', '/inventory']) {
      expect((await open(page, `${office('kaffi')}${path}`))?.status(), path).toBe(404);
    }
    await menu(page).getByRole('link', { name: 'Orders' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Orders');
    await page.locator('tbody a.row-link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Order #\d+$/);
    await hydrated(page);
  });

  await operator(page);
  expect(await flip(page, 'checkout', 'on')).toEqual(expect.arrayContaining(['Catalogue', 'Cart']));
  expect(await flip(page, 'inventory', 'on')).toEqual([]);
  const asked = await requestsOf(page, `${store('kaffi')}/products`);
  expect(asked.filter((path) => /catalog/.test(path))).not.toEqual([]);
  await expect(page.locator('main a[href^="/products/"]').first()).toBeVisible();
  await open(page, office('kaffi'));
  for (const name of ['Products', 'Categories', 'Inventory']) await expect(menu(page).getByRole('link', { name })).toBeVisible();
});

test('a module of the core has no switch and says why', async ({ page }) => {
  await operator(page);
  await open(page, `${admin}/modules/tenancy`);
  await expect(page.getByRole('main')).toContainText('This module belongs to the core and is always on.');
  await expect(page.getByRole('main').getByRole('button', { name: /^Switch/ })).toHaveCount(0);
});

test('a part of the dashboard that panics is left out, and the rest stands', async ({ page }) => {
  // The server was started so that it does: playwright.config.ts.
  await operator(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByText('Merchants', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Newest stores' })).toHaveCount(0);
});
