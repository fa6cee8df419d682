// The shop without scripts.
import { expect, fits, platform, store, test } from './fixtures';
import { signIn } from './people';
import { addToCart, order } from './purchase';

test('a guest buys without scripts, and opens the order', async ({ page }) => {
  await addToCart(page, 'kaffi', fits);
  await page.waitForURL('**/cart**');
  await fits(page);
  const number = await order(page, 'kaffi', fits);
  await page.getByRole('link', { name: 'View the order' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order #${number}`);
});

test('a search without scripts finds products', async ({ page }) => {
  await page.goto(`${store('kaffi')}/search?q=kettle`);
  await fits(page);
  await expect(page.getByRole('heading', { level: 3 }).filter({ hasText: /kettle/i }).first()).toBeVisible();
});

test('a form that is wrong keeps what was entered and says what is missing', async ({ page }) => {
  await addToCart(page, 'kaffi', fits);
  await page.goto(new URL('/checkout', page.url()).href);
  await page.locator('[name="draft[email]"]').fill('zoe@example.test');
  await page.locator('form button[type=submit]').last().click();
  await expect(page.locator('[name="draft[email]"]')).toHaveValue('zoe@example.test');
  await expect(page.locator('[aria-invalid=true]').first()).toBeVisible();
  await fits(page);
});

test('somebody who is refused at the door reads why', async ({ page }) => {
  await page.goto(`${platform}/sign-in`);
  await signIn(page, 'owner@lumiere.test', 'wrong-password');
  await expect(page.getByRole('alert')).toContainText('do not match');
  await fits(page);
});
