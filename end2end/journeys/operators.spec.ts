// an operator makes a platform, and decides which modules it has.
import { type Page } from '@playwright/test';
import { expect, hydrated, open, platform, test } from './fixtures';
import { operator, signIn } from './people';
import { adminIn, exactly, ways, words } from './words';

const port = new URL(platform).port;
const main = (page: Page) => page.getByRole('main');

for (const { language, place, use } of ways) {
  test.describe(`${language}, ${place}`, () => {
    test.use(use);

    test('a platform is made by a recipe, and its modules are switched with what they need', async ({ page }) => {
      test.slow();
      const say = words('modules/tenancy', language);
      const named = (module: string) => words(`modules/${module}`, language)('module.name');
      const host = `brand-${language}.localhost`;
      const own = `http://${host}:${port}`;
      await operator(page);
      await open(page, `${adminIn(language)}/platforms`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('platforms.title'));
      await main(page).getByRole('link', { name: say('platforms.add') }).first().click();
      await page.waitForURL('**/platforms/new');
      await hydrated(page);

      await test.step('what is missing is said beside its field', async () => {
        const form = main(page).locator('form', { has: page.locator('input[type=radio][name=recipe]') });
        await form.locator('[name=name]').fill(`Brand ${language}`);
        await form.locator('[name=code]').fill('admin');
        await form.locator('[name=host]').fill('no host');
        await form.getByRole('button', { name: say('platforms.create') }).click();
        await expect(form.locator('[name=host]')).toHaveAttribute('aria-invalid', 'true');
        await hydrated(page);
        await form.locator('[name=code]').fill(`brand-${language}`);
        await form.locator('[name=host]').fill(host);
        await form.locator('input[type=radio][name=recipe][value=catalogue]').check({ force: true });
        await form.getByRole('button', { name: say('platforms.create') }).click();
      });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Brand ${language}`);
      await expect(main(page)).toContainText(host);
      await hydrated(page);

      await test.step('whoever made it is its first operator, at its own door', async () => {
        await open(page, `${adminIn(language, own)}/modules`);
        expect(new URL(page.url()).pathname, 'the session of one platform opens no other').toContain('/sign-in');
        await signIn(page, 'operator@orion.test');
        await page.waitForURL((url) => url.pathname.endsWith('/admin/modules'));
        await hydrated(page);
      });

      await test.step('checkout takes along what it needs, and says so before', async () => {
        await main(page).getByRole('link', { name: named('checkout') }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(named('checkout'));
        await expect(main(page)).toContainText(say('switch.on_along'));
        for (const along of ['cart', 'orders']) await expect(main(page).locator('.alert')).toContainText(named(along));
        await hydrated(page);
        await main(page).locator('form[action$="/enable_module"] button[type=submit]').click();
        await expect(main(page).locator('form[action$="/disable_module"]').first()).toBeVisible();
      });

      await test.step('the catalogue takes along what needs it, and says so before', async () => {
        await open(page, `${adminIn(language, own)}/modules/catalog`);
        await expect(main(page)).toContainText(say('switch.off_along'));
        for (const along of ['cart', 'checkout']) await expect(main(page).locator('.alert')).toContainText(named(along));
        await main(page).locator('form[action$="/disable_module"] button[type=submit]').click();
        await expect(main(page).locator('form[action$="/enable_module"]')).toBeVisible();
        await open(page, `${adminIn(language, own)}/modules/checkout`);
        await expect(main(page).locator('form[action$="/enable_module"]'), 'it went along').toBeVisible();
        await open(page, adminIn(language, own));
        await expect(main(page).getByText(exactly(say('dashboard.merchants'))).first(), 'the dashboard stands').toBeVisible();
      });

      await test.step('the core has no switch', async () => {
        await open(page, `${adminIn(language, own)}/modules/tenancy`);
        await expect(main(page)).toContainText(say('switch.core'));
        await expect(main(page).locator('form[action$="_module"]')).toHaveCount(0);
      });

      await test.step('the other platform has noticed nothing', async () => {
        await open(page, `${adminIn(language)}/modules/catalog`);
        await expect(main(page).locator('form[action$="/disable_module"]')).toBeVisible();
      });
    });

    test('entries of a menu are hidden, renamed, and as they were again', async ({ page }) => {
      const say = words('modules/tenancy', language);
      await operator(page);
      const entry = words('modules/tenancy', language)('modules.title');
      await open(page, `${adminIn(language)}/menus?frontend=admin`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('menus.title'));
      await main(page).getByRole('button', { name: say('menus.rename', { name: entry }), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: say('menus.rename', { name: entry }), exact: true });
      await dialog.locator(`[name="labels[${language}]"]`).fill('Bausteine');
      await dialog.getByRole('button', { name: say('settings.save') }).click();
      await expect(main(page).getByRole('button', { name: say('menus.rename', { name: 'Bausteine' }), exact: true })).toBeVisible();
      await hydrated(page);
      await main(page).getByRole('button', { name: say('menus.reset') }).click();
      await page.getByRole('dialog').getByRole('button', { name: say('menus.reset') }).click();
      await expect(main(page).getByRole('button', { name: say('menus.rename', { name: entry }), exact: true })).toBeVisible();
      await hydrated(page);
    });
  });
}
