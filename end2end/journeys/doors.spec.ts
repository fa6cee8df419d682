// Doors that stay shut, and addresses that lead nowhere.
import { admin, expect, hydrated, office, open, platform, sound, store, test } from './fixtures';
import { backOffice, operator, signIn } from './people';

for (const [name, door] of [['members', `${platform}/sign-in`], ['operators', `${admin}/sign-in`]]) {
  test(`the door of ${name} says when email and password do not match`, async ({ page }) => {
    await open(page, door);
    await signIn(page, 'owner@lumiere.test', 'wrong-password');
    await expect(page.getByRole('alert')).toContainText('Email and password do not match');
    await expect(page.locator('main [name=email]')).toHaveValue('owner@lumiere.test');
    await expect(page.locator('main [name=password]')).toHaveValue('');
    await hydrated(page);
  });
}

test('an empty sign-in marks both fields', async ({ page }) => {
  await open(page, `${platform}/sign-in`);
  await signIn(page, '', '');
  await expect(page.getByRole('alert')).toBeVisible();
  await hydrated(page);
});

test('a back office leads to its door and from there to where one wanted to go', async ({ page }) => {
  await open(page, `${office('lumiere')}/orders?scope=unpaid`);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await signIn(page, 'staff@lumiere.test');
  await page.waitForURL('**/store/lumiere/orders?scope=unpaid');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Orders');
  await hydrated(page);
  await open(page, `${office('kaffi')}/orders`);
  expect(new URL(page.url()).pathname, 'another merchant’s store').toBe('/sign-in');
  await expect(page.getByRole('main')).toContainText('You are signed in as');
});

test('an address that leads nowhere has a page of its own in every frontend', async ({ page }) => {
  await backOffice(page, 'owner@lumiere.test', 'lumiere');
  for (const place of [platform, store('lumiere') + '/en', office('lumiere'), admin]) {
    // One browser holds one sign-in of a team's, be it a merchant's or the operators'.
    if (place === admin) await operator(page);
    const response = await open(page, `${place}/nowhere/at/all`);
    expect(response?.status(), place).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await page.getByRole('link', { name: 'Go to the start page' }).click();
    await expect(page.getByRole('heading', { name: 'Page not found' })).toHaveCount(0);
  }
});

test('things that are not there answer 404, and unknown shops have the plainest page', async ({ page }) => {
  await backOffice(page, 'owner@lumiere.test', 'lumiere');
  const nobody = '00000000-0000-7000-8000-000000000000';
  const things = ['products', 'inventory', 'customers', 'payments'].map((things) => `/${things}/${nobody}`);
  for (const path of ['/orders/999999', '/pages/nowhere', ...things]) {
    expect((await open(page, `${office('lumiere')}${path}`))?.status(), path).toBe(404);
  }
  for (const path of ['/products/nothing', '/categories/nothing', '/pages/nothing', '/orders/1']) {
    expect((await open(page, `${store('lumiere')}/en${path}`))?.status(), path).toBe(404);
  }
  expect((await page.goto(store('nobody')))?.status()).toBe(404);
  await sound(page);
});
