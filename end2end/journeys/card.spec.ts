// Paying by card on the provider's own page.
import { expect, hydrated, office, open, sound, store, test } from './fixtures';
import { backOffice } from './people';
import { addToCart, inCart, orderByCard, orderNow, payWith, press, thanked } from './purchase';

test.beforeEach(async ({ page }) => {
  await addToCart(page, 'kaffi', undefined, 'ceramic-dripper');
  await expect(inCart(page)).toHaveText('1');
});

test('a card that pays makes an order that is paid', async ({ page }) => {
  await orderByCard(page, 'kaffi', press.pays);
  const number = await thanked(page);
  await expect(page.getByRole('main')).toContainText('We pack your order and write to you when it leaves.');
  await expect(inCart(page)).toHaveCount(0);
  await backOffice(page, 'owner@minett.test', 'kaffi');
  await open(page, `${office('kaffi')}/orders/${number}`);
  await expect(page.locator('.page-title')).toContainText('Paid');
});

test('a declined card is told, keeps the form, and another one pays', async ({ page }) => {
  await orderByCard(page, 'kaffi', press.declined);
  await page.waitForURL('**/checkout');
  await hydrated(page);
  await expect(page.getByRole('main')).toContainText('The payment did not go through. Nothing was charged.');
  await expect(page.locator('[name="draft[address][last_name]"]')).toHaveValue('Weber');
  await page.locator('[name=terms]').check();
  await orderNow(page);
  await payWith(page, press.pays);
  await thanked(page);
});

test('a bank that asks for a confirmation gets one', async ({ page }) => {
  await orderByCard(page, 'kaffi', press.asks);
  await expect(page.locator('main')).toContainText('3-D Secure');
  await sound(page);
  await page.getByRole('button', { name: 'Confirm the payment' }).click();
  await thanked(page);
});

test('a confirmation that is refused leads back to the checkout', async ({ page }) => {
  await orderByCard(page, 'kaffi', press.asks, press.refuse);
  await page.waitForURL('**/checkout');
  await expect(page.getByRole('main')).toContainText('The payment did not go through.');
});

test('the back button leads to the checkout, where the payment goes on and is made once', async ({ page }) => {
  await orderByCard(page, 'kaffi');
  await page.goBack();
  await page.waitForURL('**/checkout');
  await open(page, `${store('kaffi')}/checkout`);
  await expect(page.getByRole('main')).toContainText('A payment has been started');
  await page.getByRole('link', { name: 'Continue the payment' }).click();
  await payWith(page, press.pays);
  await thanked(page);
  await expect(inCart(page)).toHaveCount(0);
});

test('whoever cancels on the provider’s page is back at the checkout with everything entered', async ({ page }) => {
  await orderByCard(page, 'kaffi', press.cancel);
  await page.waitForURL('**/checkout');
  await hydrated(page);
  await expect(page.locator('[name="draft[address][last_name]"]')).toHaveValue('Weber');
});
