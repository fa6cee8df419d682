// The shop without scripts.
import { expect, test } from './fixtures';
import { addToCart, order } from './purchase';

const ready = async () => {};

test('a guest buys without scripts', async ({ page }) => {
  await addToCart(page, 'kaffi', ready);
  await page.waitForURL('**/cart**');
  await order(page, 'kaffi', ready);
});

test('a form that is wrong keeps what was entered and says what is missing', async ({ page }) => {
  await addToCart(page, 'kaffi', ready);
  await page.goto(new URL('/checkout', page.url()).href);
  await page.locator('[name="draft[email]"]').fill('zoe@example.test');
  await page.locator('form button[type=submit]').last().click();
  await expect(page.locator('[name="draft[email]"]')).toHaveValue('zoe@example.test');
  await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
});
