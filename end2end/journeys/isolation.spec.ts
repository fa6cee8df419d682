// nothing of another store can be reached, whatever one knows of it.
import { type Page } from '@playwright/test';
import { expect, hydrated, office, open, password, store, test } from './fixtures';
import { backOffice, mailedLink, signIn } from './people';
import { officeIn, ways, words } from './words';

/** Lists of things, and the links to each of them. */
const LISTS = ['products', 'categories', 'inventory', 'orders', 'customers', 'payments', 'messages', 'pages'];

/** Addresses of things in a store's back office, below its base. */
async function things(page: Page, code: string): Promise<string[]> {
  const found: string[] = [];
  for (const list of LISTS) {
    await page.goto(`${office(code)}/${list}`);
    const links = page.locator(`main a[href*="/store/${code}/${list}/"]`);
    const paths = await links.evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    const own = paths.map((path) => path.replace(new RegExp(`^.*/store/${code}`), '')).filter((path) => !/\/(new|import|templates)$/.test(path));
    found.push(...new Set(own.slice(0, 2)));
  }
  return found;
}

for (const { language, place, use } of ways) {
  test.describe(`${language}, ${place}`, () => {
    test.use(use);

    test('the things of another merchant are as good as missing', async ({ page, other }) => {
      test.slow();
      await backOffice(other, 'owner@minett.test', 'bierger');
      const theirs = await things(other, 'bierger');
      expect(theirs.length, 'the demo has things of every sort').toBeGreaterThan(5);
      await backOffice(page, 'owner@lumiere.test', 'lumiere');
      const mine = new Set(await things(page, 'lumiere'));
      const missing = await page.goto(`${officeIn(language, 'lumiere')}/products/00000000-0000-7000-8000-000000000000`);
      expect(missing?.status()).toBe(404);
      const title = await page.getByRole('heading', { level: 1 }).innerText();
      for (const path of theirs.filter((path) => !mine.has(path) && /[0-9a-f-]{36}/.test(path))) {
        const response = await page.goto(`${officeIn(language, 'lumiere')}${path}`);
        expect(response?.status(), path).toBe(404);
        await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(title);
        await page.goto(`${officeIn(language, 'bierger')}${path}`);
        expect(new URL(page.url()).pathname, `${path} at its own place`).toContain('/sign-in');
      }
      await hydrated(page);
      const api = await page.request.post(`${office('bierger')}/api/v1/store/orders/list_orders`, {
        form: { 'query[page]': '1' },
        headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' },
      });
      expect(api.status()).toBe(401);
    });

    test('the same address is two customers in two shops', async ({ page, other }, { retry, repeatEachIndex }) => {
      test.slow();
      const shops = [
        { code: 'kaffi', language: 'en', first_name: 'Mia' },
        { code: 'bierger', language: 'de', first_name: 'Maria' },
      ];
      const email = `twice-${language}-${retry}-${repeatEachIndex}@example.test`;
      for (const { code, first_name, ...shop } of shops) {
        const say = words('modules/customers', shop.language);
        await open(page, `${store(code)}/account/register`);
        for (const [field, value] of Object.entries({ first_name, last_name: 'Thill', email })) {
          await page.locator(`main [name=${field}]`).fill(value);
        }
        await page.locator('main form button[type=submit]').last().click();
        await expect(page.getByText(say('register.sent_title'))).toBeVisible();
        await hydrated(page);
        await open(page, await mailedLink(other, email, say('mails.registration.button')));
        expect(page.url()).toContain(`//${code}.`);
        await page.locator('main [name=password]').fill(`${password} ${code}`);
        await page.locator('main form button[type=submit]').last().click();
        await page.waitForURL((url) => url.pathname.endsWith('/account'));
        await hydrated(page);
        await expect(page.getByRole('heading', { level: 1 })).toContainText(first_name);
      }
      await other.context().clearCookies();
      await open(other, `${store('kaffi')}/account/sign-in`);
      await signIn(other, email, `${password} bierger`);
      await expect(other.getByRole('alert'), 'the password of one opens no other').toBeVisible();
      await hydrated(other);
    });
  });
}
