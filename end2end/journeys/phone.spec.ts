// The shop on a phone.
import { expect, hydrated, test } from './fixtures';
import { addToCart, order } from './purchase';

test('a guest buys on a phone, and nothing is wider than the screen', async ({ page }) => {
  const ready = () => hydrated(page);
  await addToCart(page, 'bierger', ready);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expect(page.locator('.shop-tool .dot')).toHaveText('1');
  await order(page, 'bierger', ready);
});
