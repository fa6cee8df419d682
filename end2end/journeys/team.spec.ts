// M-7: somebody is invited with a role of the merchant's own making, and sees what it allows.
import { type Page } from '@playwright/test';
import { expect, hydrated, office, open, test } from './fixtures';
import { backOffice, mailedLink, operator } from './people';
import { officeIn, ways, words } from './words';

const main = (page: Page) => page.getByRole('main');
/** The button in the mail, which is in the shop's own language. */
const inMail = words('modules/tenancy', 'fr')('invitations.mail_button');
const box = (page: Page, permission: string) => page.locator(`main [name="permissions[]"][value="${permission}"]`);

for (const { language, place, use } of ways) {
  const say = words('modules/tenancy', language);
  const base = officeIn(language, 'lumiere');

  test.describe(`${language}, ${place}`, () => {
    test.use(use);

    test('a packer is invited, sees orders alone, and more once the role says so', async ({ page, other }) => {
      test.slow();
      // What a first try left behind is not in the way of a second.
      const { retry } = test.info();
      const email = `packer-${language}-${retry}@lumiere.test`;
      const role = `Packing ${language} ${retry}`;
      await backOffice(page, 'owner@lumiere.test', 'lumiere');
      await test.step('a role of their own', async () => {
        await open(page, `${base}/settings/team/roles/new`);
        await page.locator('main [name=name]').fill(role);
        for (const permission of ['dashboard.view', 'orders.view', 'orders.edit']) await box(page, permission).check();
        await main(page).getByRole('button', { name: say('settings.save') }).click();
        await expect(main(page)).toContainText(role);
        await hydrated(page);
      });

      await test.step('the invitation', async () => {
        await open(page, `${base}/settings/team`);
        await main(page).getByRole('button', { name: say('invitations.invite'), exact: true }).click();
        const dialog = page.getByRole('dialog', { name: say('invitations.invite_title') });
        await dialog.locator('[name=email]').fill('staff@lumiere.test');
        await dialog.locator('select[name=role]').selectOption({ label: role });
        const everywhere = dialog.locator('input[type=checkbox][name=all_stores]');
        if (await everywhere.count()) await everywhere.check();
        await dialog.getByRole('button', { name: say('invitations.invite'), exact: true }).click();
        await expect(dialog, 'a refusal says why and loses nothing').toContainText(say('errors.already_in_team'));
        await expect(dialog.locator('[name=email]')).toHaveValue('staff@lumiere.test');
        await dialog.locator('[name=email]').fill(email);
        await dialog.getByRole('button', { name: say('invitations.invite'), exact: true }).click();
        await expect(dialog).toBeHidden();
        await expect(main(page)).toContainText(email);
        await hydrated(page);
      });

      // The operator's post box, in the owner's browser: the packer needs one of their own.
      const link = await mailedLink(page, email, inMail);
      expect(link, 'the mail has come').toContain('/invitations/');

      await test.step('accepted by somebody new', async () => {
        await open(other, link);
        await expect(other.getByRole('heading', { level: 1 })).toContainText(/Lumière/);
        await other.locator('main [name=name]').fill('Paul Packer');
        await other.locator('main [name=password]').fill('copper kettle garden');
        await other.locator('main form[action$="/accept_invitation"] button[type=submit]').click();
        await other.waitForURL((url) => url.pathname.includes('/store/lumiere'));
        await hydrated(other);
        const again = await other.goto(link);
        expect(again?.status(), 'it works once').toBe(404);
      });

      await test.step('forbidden things are not in the menu, and refused all the same', async () => {
        await open(other, base);
        await expect(other.locator(`a[href$="/store/lumiere/orders"]`).first()).toBeAttached();
        await expect(other.locator(`nav a[href$="/store/lumiere/products"]`)).toHaveCount(0);
        expect((await other.goto(`${base}/products`))?.status()).toBe(403);
        await hydrated(other);
        const api = await other.request.post(`${office('lumiere')}/api/v1/store/catalog/list_products`, {
          form: { 'query[page]': '1' },
          headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' },
        });
        expect(api.status()).toBe(403);
        expect((await other.goto(`${base}/orders`))?.status()).toBe(200);
      });

      await test.step('the role changes, and so does the next page', async () => {
        await open(page, `${base}/settings/team/roles`);
        await main(page).getByRole('link', { name: role }).first().click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(role);
        await hydrated(page);
        await box(page, 'products.view').check();
        await main(page).getByRole('button', { name: say('settings.save') }).click();
        await expect(async () => {
          expect((await other.goto(`${base}/products`))?.status()).toBe(200);
        }).toPass();
        await hydrated(other);
        await expect(other.locator(`nav a[href$="/store/lumiere/products"]`).first()).toBeAttached();
      });

      await test.step('the owner stays', async () => {
        await open(page, `${base}/settings/team`);
        const owner = page.getByRole('row').filter({ hasText: 'owner@lumiere.test' });
        await expect(owner.getByRole('button', { name: say('team.remove') })).toHaveCount(0);
        const packer = page.getByRole('row').filter({ hasText: email });
        await packer.getByRole('button', { name: say('team.remove') }).click();
        await page.getByRole('dialog').getByRole('button', { name: say('team.remove') }).click();
        await expect(packer).toHaveCount(0);
        await hydrated(page);
        await other.goto(base);
        expect(new URL(other.url()).pathname, 'out with the next page').toContain('/sign-in');
      });
    });

    test('an invitation is for one person, and can be taken back', async ({ page, other }) => {
      const lost = `lost-${language}-${test.info().retry}@lumiere.test`;
      await backOffice(page, 'owner@lumiere.test', 'lumiere');
      await open(page, `${base}/settings/team`);
      await main(page).getByRole('button', { name: say('invitations.invite'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: say('invitations.invite_title') });
      await dialog.locator('[name=email]').fill(lost);
      await dialog.locator('select[name=role]').selectOption({ label: say('roles.viewer') });
      const everywhere = dialog.locator('input[type=checkbox][name=all_stores]');
      if (await everywhere.count()) await everywhere.check();
      await dialog.getByRole('button', { name: say('invitations.invite'), exact: true }).click();
      await expect(main(page)).toContainText(lost);
      await operator(other);
      const link = await mailedLink(other, lost, inMail);
      await backOffice(other, 'staff@minett.test', 'bierger');
      await open(other, link);
      await expect(main(other), 'somebody else is told whose it is').toContainText(lost);
      await expect(other.locator('main form[action$="/join_team"]')).toHaveCount(0);
      const row = page.getByRole('row').filter({ hasText: lost });
      await row.getByRole('button', { name: say('invitations.revoke') }).click();
      await page.getByRole('dialog').getByRole('button', { name: say('invitations.revoke') }).click();
      await expect(page.getByRole('row').filter({ hasText: lost })).toHaveCount(0);
      await hydrated(page);
      expect((await other.goto(link))?.status()).toBe(404);
    });
  });
}
