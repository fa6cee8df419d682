// A guest's purchase, the same with and without scripts, on a desk and on a phone.
import { expect, type Page } from '@playwright/test';
import { store } from './fixtures';

/** Opens the first product of a shop that can be bought and puts one into the cart. */
export async function addToCart(page: Page, code: string, ready: () => Promise<void>) {
  await page.goto(`${store(code)}/products`);
  await ready();
  const product = await page.locator('main a[href^="/products/"]').first().getAttribute('href');
  await page.goto(`${store(code)}${product}`);
  await ready();
  await page.locator('form[action$="/cart/add_line"] button[type=submit]').click();
}

/** Fills in the checkout and orders, paying by bank transfer. */
export async function order(page: Page, code: string, ready: () => Promise<void>) {
  await page.goto(`${store(code)}/checkout`);
  await ready();
  await page.locator('[name="draft[email]"]').fill('zoe@example.test');
  const address = { first_name: 'Zoé', last_name: 'Weber', line1: '12, rue de la Gare', postcode: '1611', city: 'Luxembourg' };
  for (const [field, value] of Object.entries(address)) {
    await page.locator(`[name="draft[address][${field}]"]`).fill(value);
  }
  await page.locator('[name="draft[shipping]"]').first().check();
  await page.locator('[name="draft[payment]"][value=transfer]').check();
  await page.locator('[name=terms]').check();
  await page.locator('form button[type=submit]').last().click();
  await page.waitForURL('**/checkout/complete/**');
  await expect(page.locator('main')).toContainText(/\d{4}/);
}
