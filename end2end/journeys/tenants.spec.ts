// a merchant and a store come, are helped, suspended, taken along and deleted.
import { type Page } from '@playwright/test';
import { expect, hydrated, office, open, store, test } from './fixtures';
import { mailedLink, operator } from './people';
import { adminIn, officeIn, ways, words } from './words';

const main = (page: Page) => page.getByRole('main');

/** Presses a button that asks first, and says yes. */
async function decide(page: Page, button: string) {
  await main(page).getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: button, exact: true }).click();
}

for (const { language, place, use } of ways) {
  const say = words('modules/tenancy', language);
  const code = `journey-${language}`;

  test.describe(`${language}, ${place}`, () => {
    test.use(use);

    test('a merchant and a store come, are suspended, taken along, and deleted', async ({ page, other }) => {
      test.slow();
      await operator(page);
      await test.step('the merchant, whose owner is invited', async () => {
        await open(page, `${adminIn(language)}/merchants`);
        await main(page).getByRole('link', { name: say('tenants.new_merchant') }).first().click();
        await page.waitForURL('**/merchants/new');
        await hydrated(page);
        await page.locator('main [name=name]').fill(`Journey ${language} S.à r.l.`);
        await page.locator('main [name=code]').fill(code);
        await page.locator('main [name=owner]').fill(`owner-${language}@journey.test`);
        await main(page).getByRole('button', { name: say('tenants.create_merchant') }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Journey ${language} S.à r.l.`);
        await expect(main(page)).toContainText(`owner-${language}@journey.test`);
        await hydrated(page);
        const link = await mailedLink(other, `owner-${language}@journey.test`, words('modules/tenancy', 'en')('invitations.mail_button'));
        expect(link).toContain('/invitations/');
      });

      await test.step('the store, closed at first', async () => {
        await main(page).getByRole('link', { name: say('tenants.new_store') }).click();
        await page.waitForURL('**/stores/new**');
        await hydrated(page);
        await expect(page.locator('main [name=merchant]')).toHaveValue(code);
        await page.locator('main [name=name]').fill(`Journey ${language}`);
        await page.locator('main [name=code]').fill(code);
        await page.locator('main [name=email]').fill(`shop-${language}@journey.test`);
        await main(page).getByRole('button', { name: say('tenants.create_store') }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Journey ${language}`);
        await hydrated(page);
        expect((await other.goto(store(code)))?.status()).toBe(503);
        await main(page).getByRole('button', { name: say('stores.reopen') }).click();
        await expect(main(page).getByRole('button', { name: say('stores.close'), exact: true })).toBeVisible();
        expect((await other.goto(store(code)))?.status()).toBe(200);
      });

      await test.step('suspended and reactivated', async () => {
        await main(page).getByRole('button', { name: say('tenants.suspend'), exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.locator('[name=reason]').fill('A journey');
        await dialog.getByRole('button', { name: say('tenants.suspend') }).click();
        await expect(main(page)).toContainText(say('tenants.is_suspended'));
        await hydrated(page);
        expect((await other.goto(store(code)))?.status(), 'shoppers see the closed page').toBe(503);
        await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
        await decide(page, say('tenants.reactivate'));
        await expect(main(page).getByRole('button', { name: say('tenants.suspend'), exact: true })).toBeVisible();
        expect((await other.goto(store(code)))?.status()).toBe(200);
      });

      await test.step('everything as a file', async () => {
        await main(page).getByRole('button', { name: say('tenants.export') }).click();
        const fetch = main(page).getByRole('link', { name: say('tenants.download') });
        await expect(async () => {
          await page.reload();
          await expect(fetch.first()).toBeVisible({ timeout: 1_000 });
        }).toPass();
        await hydrated(page);
        const [file] = await Promise.all([page.waitForEvent('download'), fetch.first().click()]);
        expect(await file.failure()).toBeNull();
      });

      await test.step('deleted after a while, and kept after all', async () => {
        await main(page).getByRole('button', { name: say('deletion.request'), exact: true }).click();
        const dialog = page.getByRole('dialog');
        await dialog.locator('[name=confirm]').fill(code);
        await dialog.locator('[name=reason]').fill('A journey');
        await dialog.getByRole('button', { name: say('deletion.request') }).click();
        await expect(main(page)).toContainText(say('deletion.waiting', { date: '|' }).split('|')[0]!);
        await hydrated(page);
        expect((await other.goto(store(code)))?.status()).toBe(503);
        await main(page).getByRole('button', { name: say('deletion.cancel') }).click();
        await expect(main(page).getByRole('button', { name: say('deletion.request'), exact: true })).toBeVisible();
        expect((await other.goto(store(code)))?.status()).toBe(200);
      });
    });

    test('an operator acts as a member, with a banner and a way out, and changes no password', async ({ page }) => {
      const stop = (language: string) => words('app', language)('notices.stop_acting');
      await operator(page);
      await open(page, `${adminIn(language)}/stores/bierger`);
      const row = page.getByRole('row').filter({ hasText: 'staff@minett.test' });
      await row.getByRole('button', { name: say('impersonation.act_as') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: say('impersonation.go') }).click();
      await expect(dialog.locator('[name=reason]'), 'a reason is asked for').toBeVisible();
      await dialog.locator('[name=reason]').fill('Request 4711');
      await dialog.getByRole('button', { name: say('impersonation.go') }).click();
      await page.waitForURL((url) => url.pathname.endsWith('/store/bierger'));
      await hydrated(page);
      // In the language of the back office, whichever that is.
      const languages = ['en', 'de', 'fr', 'lb'].map(stop).join('|');
      await expect(page.getByRole('button', { name: new RegExp(languages) })).toBeVisible();
      await expect(page.getByText('Nora Reuter').first()).toBeVisible();
      await open(page, `${officeIn(language, 'bierger')}/profile/security`);
      await expect(page.getByRole('button', { name: stop(language) })).toBeVisible();
      const refused = await page.request.post(`${office('bierger')}/api/v1/store/tenancy/change_password`, {
        form: { current_password: 'demo-orion-2026', new_password: 'copper kettle garden' },
        headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' },
      });
      expect(refused.status()).toBe(403);
      expect(await refused.text()).toContain('not_while_impersonating');
      await page.getByRole('button', { name: stop(language) }).click();
      await page.waitForURL((url) => url.pathname.endsWith('/admin/stores/bierger'));
      await hydrated(page);
      await expect(main(page), 'both names stand in the history').toContainText('Nora Reuter');
    });
  });
}
