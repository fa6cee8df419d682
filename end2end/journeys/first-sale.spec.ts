// From the shop's home to the merchant's parcel.
import { backOffice, expect, hydrated, open, platform, store, test } from './fixtures';
import { addToCart, order } from './purchase';

test('a guest buys, and the merchant finds the order', async ({ page }) => {
  const ready = () => hydrated(page);
  await open(page, `${store('lumiere')}/fr`);
  await addToCart(page, 'lumiere', ready);
  await expect(page.locator('.shop-tool .dot')).toHaveText('1');
  await order(page, 'lumiere', ready);
  await backOffice(page, 'owner@lumiere.test', 'lumiere');
  await open(page, `${platform}/store/lumiere/orders`);
  await expect(page.locator('main')).toContainText('Weber');
});

test('the pages of the platform hydrate without a word on the console', async ({ page }) => {
  for (const path of ['/', '/pricing', '/sign-in', '/fr/pricing', '/pages/imprint']) await open(page, `${platform}${path}`);
});

test('the shop is in the language of its address', async ({ page }) => {
  await open(page, `${store('lumiere')}/de/products`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('h1')).toHaveText('Alle Produkte');
});
