// What a page asks for, and when.
import { expect, hydrated, office, store, test } from './fixtures';
import { backOffice } from './people';

test('a shop is read without its scripts, which come at the first sign of somebody', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(store('lumiere'), { waitUntil: 'networkidle' });
  expect(asked.filter((path) => path.startsWith('/pkg/'))).toEqual([]);
  await hydrated(page);
  const parts = asked.filter((path) => path.startsWith('/pkg/'));
  expect(parts.filter((path) => path.endsWith('.parts'))).toHaveLength(1);
  // The main part, and nothing one by one that the bundle holds.
  expect(parts.filter((path) => path.endsWith('.wasm'))).toHaveLength(1);
});

test('a back office starts by itself', async ({ page }) => {
  await backOffice(page, 'owner@lumiere.test', 'lumiere');
  await page.goto(office('lumiere'));
  await expect(page.locator('html[data-hydrated]')).toBeAttached();
});
