// A purchase, the same with and without scripts, on a desk and on a phone.
import { expect, type Page } from '@playwright/test';
import { hydrated, sound, store } from './fixtures';

type Ready = (page: Page) => Promise<void>;

/** Buttons on the pretend provider's page: its cards, and what a bank asks. */
export const press = {
  pays: '4242424242424242',
  declined: '4000000000000002',
  asks: '4000002760003184',
  confirm: 'confirm',
  refuse: 'refuse',
  cancel: 'cancel',
};

/** Opens a product, or the first one of the shop, and puts one into the cart. */
export async function addToCart(page: Page, code: string, ready: Ready = hydrated, slug?: string) {
  let path = slug && `/products/${slug}`;
  if (!path) {
    await page.goto(`${store(code)}/products`);
    await ready(page);
    path = (await page.locator('main a[href^="/products/"]').first().getAttribute('href'))!;
  }
  await page.goto(`${store(code)}${path}`);
  await ready(page);
  await page.locator('form[action$="/cart/add_line"] button[type=submit]').click();
}

/** The number on the cart in the header. */
export const inCart = (page: Page) => page.locator('.shop-tool .dot');

/** Fills in the checkout. */
export async function fillCheckout(page: Page, code: string, method: 'card' | 'transfer', ready: Ready = hydrated) {
  await page.goto(`${store(code)}/checkout`);
  await ready(page);
  const email = page.locator('[name="draft[email]"]');
  if (!(await email.inputValue())) await email.fill('zoe@example.test');
  const address = { first_name: 'Zoé', last_name: 'Weber', line1: '12, rue de la Gare', postcode: '1611', city: 'Luxembourg' };
  for (const [field, value] of Object.entries(address)) {
    await page.locator(`[name="draft[address][${field}]"]`).fill(value);
  }
  await page.locator('[name="draft[shipping]"]').first().check();
  await page.locator(`[name="draft[payment]"][value=${method}]`).check();
  await page.locator('[name=terms]').check();
}

/** Presses the button that costs money. */
export const orderNow = (page: Page) => page.locator('main form button[type=submit]').last().click();

/** Orders, paying by bank transfer; the order's number. */
export async function order(page: Page, code: string, ready: Ready = hydrated) {
  await fillCheckout(page, code, 'transfer', ready);
  await orderNow(page);
  return thanked(page, ready);
}

/** Orders, paying with one of the pretend provider's cards; leaves the page where the card leads. */
export async function orderByCard(page: Page, code: string, ...pressed: string[]) {
  await fillCheckout(page, code, 'card');
  await orderNow(page);
  await payWith(page, ...pressed);
}

/** On the pretend provider's page: presses these buttons, one after the other. */
export async function payWith(page: Page, ...pressed: string[]) {
  await page.waitForURL('**/fake-provider/pay/**');
  await sound(page);
  for (const button of pressed) await page.locator(`button[value="${button}"]`).click();
}

/** Waits for the page after ordering; the order's number. */
export async function thanked(page: Page, ready: Ready = hydrated) {
  await page.waitForURL('**/checkout/complete/**');
  await expect(page.locator('main a[href*="/orders/"]')).toBeVisible();
  await ready(page);
  const [number] = (await page.locator('.page-subtitle').innerText()).match(/\d+/)!;
  return number;
}
