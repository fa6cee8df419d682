// Customers: an account, the cart they keep, the orders they find again.
import { expect, hydrated, open, password, store, test } from './fixtures';
import { mailedLink, signIn } from './people';
import { addToCart, fillCheckout, inCart, orderNow, thanked } from './purchase';

test('somebody registers with a full cart, buys, and finds the order in the account', async ({ page, other }) => {
  await addToCart(page, 'kaffi', undefined, 'enamel-mug');
  await expect(inCart(page)).toHaveText('1');
  await open(page, `${store('kaffi')}/account/register?next=/cart`);
  const account = { first_name: 'Mia', last_name: 'Thill', email: 'mia@example.test' };
  for (const [field, value] of Object.entries(account)) await page.locator(`main [name=${field}]`).fill(value);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  await hydrated(page);
  await open(page, await mailedLink(other, 'mia@example.test', 'Complete account'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Welcome, Mia');
  await page.locator('main [name=password]').fill('copper kettle garden');
  await page.getByRole('button', { name: 'Open my account' }).click();
  await page.waitForURL('**/cart');
  await hydrated(page);
  await expect(inCart(page)).toHaveText('1');
  await expect(page.locator('.line-items')).toContainText('Enamel');

  await fillCheckout(page, 'kaffi', 'transfer');
  await expect(page.locator('[name="draft[email]"]')).toHaveValue('mia@example.test');
  await orderNow(page);
  const number = await thanked(page);

  await open(page, `${store('kaffi')}/account`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello Mia');
  await page.getByRole('main').getByRole('link', { name: new RegExp(number) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order #${number}`);
  await expect(page.getByRole('main')).toContainText('We are waiting for your payment');
  await open(page, `${store('kaffi')}/account/orders`);
  await expect(page.getByRole('main')).toContainText(number);
});

test('a customer keeps the cart of this browser at sign-in, and leaves it at sign-out', async ({ page }) => {
  await addToCart(page, 'bierger');
  await expect(inCart(page)).toHaveText('1');
  await open(page, `${store('bierger')}/account/sign-in`);
  await signIn(page, 'ben@example.test');
  await page.waitForURL('**/account');
  await hydrated(page);
  await expect(inCart(page)).toHaveText('1');
  await page.locator('main form[action$="/customers/sign_out"] button').click();
  await page.waitForURL((url) => !url.pathname.includes('/account'));
  await hydrated(page);
  await expect(inCart(page)).toHaveCount(0);
});

test('a wrong password says so and keeps the address', async ({ page }) => {
  await open(page, `${store('kaffi')}/account/sign-in`);
  await signIn(page, 'chloe@example.test', 'not-her-password');
  await expect(page.getByRole('alert')).toContainText('do not match');
  await expect(page.locator('main [name=email]')).toHaveValue('chloe@example.test');
  await expect(page.locator('main [name=password]')).toHaveValue('');
  await hydrated(page);
});

test('a registration that is wrong says what, field by field', async ({ page }) => {
  await open(page, `${store('kaffi')}/account/register`);
  await page.locator('main [name=first_name]').fill('Mia');
  await page.locator('main [name=email]').fill('chloe@example');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  for (const field of ['last_name', 'email']) {
    await expect(page.locator(`main [name=${field}]`)).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page.locator('main [name=first_name]')).toHaveValue('Mia');
  await hydrated(page);
});

test('a customer is led to where they wanted to go, and adds an address', async ({ page }) => {
  await open(page, `${store('lumiere')}/en/account/sign-in?next=/account/addresses/new`);
  await signIn(page, 'anna@example.test', password);
  await page.waitForURL('**/account/addresses/new');
  await hydrated(page);
  const address = { first_name: 'Anna', last_name: 'Weis', line1: '3, Grand-Rue', postcode: 'L-1661', city: 'Luxembourg' };
  for (const [field, value] of Object.entries(address)) await page.locator(`main [name=${field}]`).fill(value);
  await page.getByRole('button', { name: 'Save address' }).click();
  await page.waitForURL('**/account/addresses');
  await expect(page.getByRole('main')).toContainText('3, Grand-Rue');
  await hydrated(page);
});

test('a guest who has ordered gets an account with name and address, and finds the order', async ({ page, other }) => {
  await addToCart(page, 'kaffi', undefined, 'enamel-mug');
  await expect(inCart(page)).toHaveText('1');
  await fillCheckout(page, 'kaffi', 'transfer');
  await page.locator('[name="draft[email]"]').fill('lou@example.test');
  await orderNow(page);
  const number = await thanked(page);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  await open(page, await mailedLink(other, 'lou@example.test', 'Complete account'));
  await page.locator('main [name=password]').fill('copper kettle garden');
  await page.getByRole('button', { name: 'Open my account' }).click();
  await page.waitForURL('**/account');
  await hydrated(page);
  await expect(page.getByRole('main')).toContainText('12, rue de la Gare');
  await expect(async () => {
    await open(page, `${store('kaffi')}/account/orders`);
    await expect(page.getByRole('main')).toContainText(number);
  }).toPass();
});

test('a customer has the account deleted', async ({ page, other }) => {
  await open(page, `${store('kaffi')}/account/register`);
  const account = { first_name: 'Ted', last_name: 'Thill', email: 'ted@example.test' };
  for (const [field, value] of Object.entries(account)) await page.locator(`main [name=${field}]`).fill(value);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByText('Look into your mail')).toBeVisible();
  await open(page, await mailedLink(other, 'ted@example.test', 'Complete account'));
  await page.locator('main [name=password]').fill('copper kettle garden');
  await page.getByRole('button', { name: 'Open my account' }).click();
  await page.waitForURL('**/account');
  await open(page, `${store('kaffi')}/account/sessions`);
  await expect(page.getByText('This device')).toBeVisible();
  await open(page, `${store('kaffi')}/account/privacy`);
  await page.locator('main [name=current_password]').fill('copper kettle garden');
  await page.locator('main [name=is_sure]').check();
  await page.getByRole('button', { name: 'Delete account' }).click();
  await expect(page.getByText('Your account is deleted')).toBeVisible();
  await hydrated(page);
  await signIn(page, 'ted@example.test', 'copper kettle garden');
  await expect(page.getByRole('alert')).toContainText('do not match');
});
