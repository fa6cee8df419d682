// The shop and the back office on a phone.
import { expect, hydrated, office, open, platform, test } from './fixtures';
import { backOffice } from './people';
import { addToCart, inCart, order } from './purchase';

test('a guest buys on a phone', async ({ page }) => {
  await addToCart(page, 'bierger');
  await expect(inCart(page)).toHaveText('1');
  await order(page, 'bierger');
});

test('a merchant finds an order on a phone', async ({ page }) => {
  await backOffice(page, 'owner@minett.test', 'kaffi');
  const navigation = page.getByRole('navigation', { name: 'Navigation' });
  await expect(navigation).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(navigation).toBeVisible();
  await hydrated(page);
  await navigation.getByRole('link', { name: 'Orders' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Orders');
  await expect(navigation).toBeHidden();
  await hydrated(page);
  await page.locator('tbody a.row-link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Order #\d+$/);
  await hydrated(page);
});

test('the back office’s forms fit a phone', async ({ page }) => {
  await backOffice(page, 'owner@minett.test', 'kaffi');
  await open(page, `${office('kaffi')}/products`);
  await page.locator('tbody a.row-link').first().click();
  await expect(page.getByRole('button', { name: 'Save product' })).toBeVisible();
  await hydrated(page);
  for (const path of ['/settings', '/settings/shipping', '/inventory', '/payments']) await open(page, `${office('kaffi')}${path}`);
});

test('the platform’s menu opens on a phone', async ({ page }) => {
  await open(page, platform);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Pricing' }).click();
  await page.waitForURL('**/pricing');
  await hydrated(page);
});
