// Second factors: an authenticator app with its recovery codes, and a passkey.
import { createHmac } from 'node:crypto';
import { type Page } from '@playwright/test';
import { expect, hydrated, open, password, platform, test } from './fixtures';
import { signIn } from './people';
import { officeIn, ways, words } from './words';

const main = (page: Page) => page.getByRole('main');

/** The six digits of an authenticator app (RFC 6238). */
function code(secret: string, at = Date.now()) {
  const bits = [...secret.replace(/\s|=/g, '')].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const place = hash[19] & 15;
  return String((hash.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A browser that has forgotten everything. */
const forget = (page: Page) => page.context().clearCookies();

/** Each way has a person of its own: a factor of one is in the way of the other. */
const people: Record<string, { email: string; store: string }> = {
  en: { email: 'staff@minett.test', store: 'bierger' },
  de: { email: 'staff@lumiere.test', store: 'lumiere' },
};

for (const { language, place, use } of ways) {
  const say = words('modules/tenancy', language);
  const { email, store } = people[language];
  const base = officeIn(language, store);
  const door = `${platform}${language === 'en' ? '' : `/${language}`}/sign-in?next=${new URL(base).pathname}`;

  test.describe(`${language}, ${place}`, () => {
    test.use(use);

    test('an authenticator app is set up, asked for, and switched off again', async ({ page }) => {
      test.slow();
      await open(page, door);
      await signIn(page, email);
      await page.waitForURL((url) => url.pathname.endsWith(`/store/${store}`));
      await open(page, `${base}/profile/second-factor`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('security.enrol.title'));
      await expect(page.getByRole('img', { name: say('security.app.qr') })).toBeVisible();
      const secret = await page.locator('main p code').first().innerText();

      await page.locator('main [name=code]').fill('000000');
      await main(page).getByRole('button', { name: say('security.app.confirm') }).click();
      await expect(page.locator('main [name=code]')).toHaveAttribute('aria-invalid', 'true');
      await hydrated(page);
      await page.locator('main [name=code]').fill(code(secret));
      await main(page).getByRole('button', { name: say('security.app.confirm') }).click();
      await expect(main(page)).toContainText(say('security.codes.once_title'));
      const codes = (await page.locator('main pre code').innerText()).split('\n').map((line) => line.trim()).filter(Boolean);
      expect(codes).toHaveLength(10);
      await hydrated(page);
      await main(page).getByRole('link', { name: say('security.codes.kept') }).click();
      await hydrated(page);

      await forget(page);
      await open(page, door);
      await signIn(page, email);
      await page.waitForURL('**/sign-in/second-step**');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('security.second_step.title'));
      await hydrated(page);
      await page.goto(`${base}/orders`);
      expect(new URL(page.url()).pathname, 'a password alone opens nothing').toContain('/sign-in');
      await page.goto(`${door.split('?')[0]}/second-step`);
      await hydrated(page);
      await page.locator('main [name=code]').fill(codes[0]);
      await main(page).getByRole('button', { name: say('sign_in.submit') }).click();
      await page.waitForURL((url) => url.pathname.endsWith(`/store/${store}`));
      await hydrated(page);

      await open(page, `${base}/profile/security`);
      await expect(main(page)).toContainText(say('security.codes.left', { count: '9' }));
      await main(page).getByRole('button', { name: say('security.app.remove') }).click();
      const dialog = page.getByRole('dialog', { name: say('security.app.remove_title') });
      await dialog.locator('[name=current_password]').fill(password);
      await dialog.getByRole('button', { name: say('security.app.remove') }).click();
      await expect(main(page)).toContainText(say('security.app.off'));
      await hydrated(page);
    });

    test('a passkey is added, signs in without a password, and is removed', async ({ page }) => {
      test.slow();
      const browser = await page.context().newCDPSession(page);
      await browser.send('WebAuthn.enable');
      await browser.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      await open(page, door);
      await signIn(page, email);
      await page.waitForURL((url) => url.pathname.endsWith(`/store/${store}`));
      await open(page, `${base}/profile/security`);
      await main(page).getByRole('button', { name: say('security.passkeys.add') }).click();
      const row = page.getByRole('row').filter({ hasText: say('security.passkeys.default_name') });
      await expect(row).toBeVisible();
      await hydrated(page);

      await forget(page);
      await open(page, door);
      await main(page).getByRole('button', { name: say('security.passkeys.sign_in') }).click();
      await page.waitForURL((url) => url.pathname.endsWith(`/store/${store}`));
      await hydrated(page);

      await open(page, `${base}/profile/security`);
      await page.getByRole('row').filter({ hasText: say('security.passkeys.default_name') }).getByRole('button', { name: say('security.passkeys.remove') }).click();
      await page.getByRole('dialog').getByRole('button', { name: say('security.passkeys.remove') }).click();
      await expect(page.getByRole('row').filter({ hasText: say('security.passkeys.default_name') })).toHaveCount(0);
      await hydrated(page);
    });
  });
}
