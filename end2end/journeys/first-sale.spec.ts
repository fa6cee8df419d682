// From the shop's home to the merchant's list of orders.
import { expect, office, open, platform, store, test } from './fixtures';
import { backOffice } from './people';
import { addToCart, inCart, order } from './purchase';

test('a guest buys, and the merchant finds the order', async ({ page }) => {
  await open(page, `${store('lumiere')}/fr`);
  await addToCart(page, 'lumiere');
  await expect(inCart(page)).toHaveText('1');
  const number = await order(page, 'lumiere');
  await backOffice(page, 'owner@lumiere.test', 'lumiere');
  await open(page, `${office('lumiere')}/orders`);
  await expect(page.locator('tbody tr').first()).toContainText(`#${number}`);
  await expect(page.locator('tbody tr').first()).toContainText('Zoé Weber');
});

test('the cart counts, caps, empties and takes a removal back', async ({ page }) => {
  await addToCart(page, 'kaffi', undefined, 'brewing-scale');
  await expect(page.getByText('Added to your cart')).toBeVisible();
  await page.getByRole('link', { name: 'Go to the cart' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your cart');
  await page.getByRole('button', { name: 'Increase' }).click();
  await expect(inCart(page)).toHaveText('2');
  await page.getByRole('button', { name: /^Remove / }).click();
  await expect(page.getByText('Your cart is empty')).toBeVisible();
  await expect(inCart(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(inCart(page)).toHaveText('2');
});

test('the pages of the platform hydrate without a word on the console', async ({ page }) => {
  for (const path of ['/', '/pricing', '/sign-in', '/fr/pricing', '/pages/imprint']) await open(page, `${platform}${path}`);
});
