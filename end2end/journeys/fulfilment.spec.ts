// What a merchant does with an order, and what becomes of stock, history and the customer's page.
import { type Page } from '@playwright/test';
import { expect, hydrated, office, open, test } from './fixtures';
import { backOffice } from './people';
import { addToCart, inCart, order, orderByCard, press, thanked } from './purchase';

/** Opens the stock of a product with one variant; how many are on hand. */
async function onHand(page: Page, title: string): Promise<number> {
  await open(page, `${office('kaffi')}/inventory?q=${encodeURIComponent(title)}`);
  await page.locator('tbody a.row-link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
  const figure = page.locator('.stat', { hasText: 'On hand' }).locator('.stat-value');
  return Number(await figure.innerText());
}

test('a merchant sends a paid order with tracking: stock, history and customer know', async ({ page, other: shopper }) => {
  await backOffice(page, 'owner@minett.test', 'kaffi');
  const before = await onHand(page, 'Travel Press');

  await addToCart(shopper, 'kaffi', undefined, 'travel-press');
  await expect(inCart(shopper)).toHaveText('1');
  await orderByCard(shopper, 'kaffi', press.pays);
  const number = await thanked(shopper);
  await shopper.getByRole('link', { name: 'View the order' }).click();
  await expect(shopper.getByRole('main')).toContainText('We are preparing your order');

  await open(page, `${office('kaffi')}/orders?scope=unfulfilled`);
  await page.getByRole('link', { name: `#${number}` }).click();
  await expect(page.locator('.page-title')).toContainText('Not sent');
  await hydrated(page);
  await page.getByLabel('Carrier').fill('Post Luxembourg');
  await page.getByLabel('Tracking number').fill('LU123456789');
  await page.getByLabel('Tracking link').fill('https://tracking.example.test/LU123456789');
  await page.getByRole('button', { name: 'Mark as sent' }).click();
  await expect(page.getByText('Items marked as sent')).toBeVisible();
  await expect(page.locator('.page-title')).toContainText('Sent');
  await expect(page.getByRole('button', { name: 'Mark as sent' })).toHaveCount(0);
  const history = page.locator('.details-after');
  await expect(history).toContainText('1 item sent');
  await expect(history).toContainText('Post Luxembourg · LU123456789');
  await expect(history).toContainText('Payment received');
  await hydrated(page);

  expect(await onHand(page, 'Travel Press')).toBe(before - 1);
  await expect(page.getByRole('main')).toContainText(`Order #${number}`);

  await shopper.reload();
  await hydrated(shopper);
  await expect(shopper.getByRole('main')).toContainText('Your order is on its way');
  await expect(shopper.getByRole('main')).toContainText('LU123456789');
  const parcel = shopper.getByRole('link', { name: 'Follow the parcel' });
  await expect(parcel).toHaveAttribute('href', 'https://tracking.example.test/LU123456789');
});

test('a tracking link that is none is refused, and what was entered stays', async ({ page }) => {
  await backOffice(page, 'owner@lumiere.test', 'lumiere');
  await open(page, `${office('lumiere')}/orders?scope=unfulfilled`);
  await page.locator('tbody a.row-link').first().click();
  await page.getByLabel('Carrier').fill('Post');
  await page.getByLabel('Tracking link').fill('not an address');
  await page.getByRole('button', { name: 'Mark as sent' }).click();
  await expect(page.getByLabel('Tracking link')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Tracking link')).toHaveValue('not an address');
  await expect(page.getByLabel('Carrier')).toHaveValue('Post');
  await hydrated(page);
});

test('a merchant cancels an order and puts the goods back', async ({ page, other: shopper }) => {
  await backOffice(page, 'owner@minett.test', 'kaffi');
  const before = await onHand(page, 'Coffee Blossom Honey');

  await addToCart(shopper, 'kaffi', undefined, 'coffee-blossom-honey');
  await expect(inCart(shopper)).toHaveText('1');
  const number = await order(shopper, 'kaffi');
  await shopper.getByRole('link', { name: 'View the order' }).click();
  await expect(shopper.getByRole('main')).toContainText('We are waiting for your payment');
  expect(await onHand(page, 'Coffee Blossom Honey')).toBe(before - 1);

  await open(page, `${office('kaffi')}/orders/${number}`);
  await page.getByRole('button', { name: 'Cancel order' }).click();
  const dialog = page.getByRole('dialog', { name: `Cancel order #${number}?` });
  await expect(dialog).toBeVisible();
  await hydrated(page);
  await dialog.getByLabel('Reason').selectOption({ label: 'Our mistake' });
  await expect(dialog.getByLabel('Put the items back into stock')).toBeChecked();
  await dialog.getByRole('button', { name: 'Cancel order' }).click();
  await expect(page.getByText('Order cancelled', { exact: true })).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.locator('.page-title')).toContainText('Cancelled');
  await expect(page.locator('.details-after')).toContainText('Order cancelled: Our mistake');
  await expect(page.locator('.details-after')).toContainText('The items went back into stock.');
  await hydrated(page);

  expect(await onHand(page, 'Coffee Blossom Honey')).toBe(before);
  await shopper.reload();
  await hydrated(shopper);
  await expect(shopper.getByRole('main')).toContainText('This order was cancelled');
});

test('a merchant notes a payment, and a note for the team', async ({ page }) => {
  await addToCart(page, 'kaffi', undefined, 'filter-papers');
  await expect(inCart(page)).toHaveText('1');
  const number = await order(page, 'kaffi');
  await backOffice(page, 'owner@minett.test', 'kaffi');
  await open(page, `${office('kaffi')}/orders/${number}`);
  await page.getByRole('button', { name: 'Mark as paid' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as paid' }).click();
  await expect(page.getByText('Order marked as paid')).toBeVisible();
  await expect(page.locator('.page-title')).toContainText('Paid');
  await page.getByLabel('Note for your team').fill('Customer calls on Monday');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.locator('.details-after')).toContainText('Customer calls on Monday');
  await expect(page.getByLabel('Note for your team')).toHaveValue('');
  await open(page, `${office('kaffi')}/orders/${number}/packing-slip`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Packing slip #${number}`);
});
