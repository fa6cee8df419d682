// Importing products from a file in the back office.
import { type Page } from '@playwright/test';
import { expect, hydrated, office, open, store, test } from './fixtures';
import { backOffice } from './people';

const HEADER = 'Handle,Title,Published,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price';

async function upload(page: Page, name: string, content: string) {
  await open(page, `${office('bierger')}/products/import`);
  await page.getByLabel('File').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Import products' }).click();
  await hydrated(page);
}

const figure = (page: Page, label: string) => page.locator('.stat', { hasText: label }).locator('.stat-value');

test.beforeEach(({ page }) => backOffice(page, 'owner@minett.test', 'bierger'));

test('a file is imported with progress, its wrong rows are told, and the same file again changes nothing', async ({ page }) => {
  test.slow();
  const many = Array.from({ length: 300 }, (_, index) => `bell-${index},Bell ${index},false,BELL-${index},shopify,5,9.90`);
  const rows = [HEADER, 'horn,Brass horn,true,HORN-1,shopify,4,24.00', 'lamp,Lamp,true,LAMP-1,shopify,4,cheap', ...many];
  const file = rows.join('\n');
  await upload(page, 'bells.csv', file);
  await page.waitForURL('**/products/imports/*');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import of bells.csv');
  await expect(page.getByRole('progressbar', { name: 'Importing' })).toBeVisible();
  await expect(page.locator('.page-title')).toContainText('Finished', { timeout: 60_000 });
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(figure(page, 'Added')).toHaveText('301');
  await expect(figure(page, 'Not imported')).toHaveText('1');
  const wrong = page.getByRole('table', { name: 'What could not be imported' }).locator('tbody tr');
  await expect(wrong).toHaveCount(1);
  await expect(wrong).toContainText('Variant Price');
  await expect(wrong).toContainText('“cheap” is not an amount.');
  await hydrated(page);
  const download = await page.request.get((await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href'))!);
  expect(await download.text()).toContain('lamp');

  await open(page, `${store('bierger')}/en/products/horn`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Brass horn');
  expect((await page.goto(`${store('bierger')}/en/products/bell-1`))?.status()).toBe(404);

  await upload(page, 'bells.csv', file);
  await page.waitForURL('**/products/imports/*');
  await expect(page.locator('.page-title')).toContainText('Finished', { timeout: 60_000 });
  await expect(figure(page, 'Unchanged')).toHaveText('301');
  await expect(figure(page, 'Added')).toHaveText('0');
});

test('a file that is no product file is refused with the reason', async ({ page }) => {
  await upload(page, 'people.csv', 'Name,Town\nMia,Esch\n');
  await expect(page.getByRole('main')).toContainText('These columns are missing');
  await upload(page, 'table.csv', 'PK\u0003\u0004 this is a spreadsheet');
  await expect(page.getByRole('main')).toContainText('This is a spreadsheet');
  await open(page, `${office('bierger')}/products/import`);
  await page.getByRole('button', { name: 'Import products' }).click();
  await expect(page.getByRole('main')).toContainText('Choose a file first.');
});
