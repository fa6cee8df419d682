// Searching, filtering, sorting and paging: all in the address, and what stands there when nothing is found.
import { expect, hydrated, office, open, store, test } from './fixtures';
import { backOffice } from './people';

test('the shop’s search finds, and says when it finds nothing', async ({ page }) => {
  await open(page, store('kaffi'));
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('moka');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?q=moka');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “moka”');
  await expect(page.getByRole('heading', { name: 'Moka' }).first()).toBeVisible();
  await hydrated(page);
  await open(page, `${store('kaffi')}/search?q=submarine`);
  await expect(page.getByRole('main')).toContainText('Nothing found for “submarine”');
  await page.getByRole('main').getByRole('link', { name: 'All products' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All products');
});

test('the shop’s filters narrow, sort and clear', async ({ page }) => {
  await open(page, `${store('kaffi')}/products`);
  const prices = async () => {
    const texts = await page.locator('.product-card .price').allInnerTexts();
    return texts.map((text) => Number(text.match(/€([\d.,]+)/)![1].replace(',', '')));
  };
  await page.getByLabel('Sort by').selectOption('price');
  await page.getByLabel('To', { exact: true }).fill('20');
  await page.getByRole('button', { name: 'Show results' }).click();
  await page.waitForURL(/sort=price/);
  await expect.poll(async () => Math.max(...(await prices()))).toBeLessThanOrEqual(20);
  const found = await prices();
  expect(found).toEqual([...found].sort((one, other) => one - other));
  await hydrated(page);
  await page.getByRole('link', { name: 'Clear all filters' }).first().click();
  await expect.poll(async () => Math.max(...(await prices()))).toBeGreaterThan(20);
  await open(page, `${store('kaffi')}/products?price_from=90000`);
  await hydrated(page);
});

test('the list of orders is searched, filtered, sorted and paged', async ({ page }) => {
  await backOffice(page, 'owner@lumiere.test', 'lumiere');
  await open(page, `${office('lumiere')}/orders`);
  const rows = page.locator('tbody tr');
  const first = await rows.first().innerText();
  await page.getByRole('link', { name: 'Next page' }).click();
  await page.waitForURL(/page=2/);
  await expect(rows.first()).not.toHaveText(first);
  await page.goBack();
  await expect(rows.first()).toHaveText(first, { useInnerText: true });

  await page.getByRole('link', { name: 'To send' }).click();
  await page.waitForURL(/scope=unfulfilled/);
  await expect(page.getByRole('link', { name: 'To send' })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByLabel('Payment').selectOption({ label: 'Not paid' });
  await page.getByRole('button', { name: 'Show results' }).click();
  await page.waitForURL(/payment=pending/);
  await expect(page.getByRole('link', { name: /^Remove filter/ })).toBeVisible();
  await hydrated(page);
  await page.getByRole('link', { name: /^Remove filter/ }).click();
  await expect(page.getByRole('link', { name: /^Remove filter/ })).toHaveCount(0);

  await open(page, `${office('lumiere')}/orders?sort=total`);
  await expect(page.getByRole('columnheader', { name: 'Total' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('searchbox', { name: 'Search' }).fill('nobody of that name');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toContainText('Nothing matches');
  await hydrated(page);
  await page.getByRole('link', { name: 'Show everything' }).click();
  await expect(rows.first()).toBeVisible();
});

test('an empty cart, an empty checkout and an empty list of addresses say what to do next', async ({ page }) => {
  await open(page, `${store('kaffi')}/cart`);
  await expect(page.getByRole('main').getByRole('link', { name: 'Discover products' })).toBeVisible();
  await open(page, `${store('kaffi')}/checkout`);
  await expect(page.getByRole('main').getByRole('link', { name: 'See the products' })).toBeVisible();
});
