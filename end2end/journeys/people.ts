// Who uses the demo, and how they get in.
import { type Cookie, type Page } from '@playwright/test';
import { admin, expect, hydrated, office, open, password, platform, store } from './fixtures';

/** Sessions of this process: each person comes through the door once, as often as the limit of sign-ins allows. */
const sessions = new Map<string, Cookie[]>();

/** Signs a merchant's team member in and opens a store's back office. */
export async function backOffice(page: Page, email: string, code: string) {
  await enter(page, email, `${platform}/sign-in?next=/store/${code}`);
  await open(page, office(code));
}

/** Signs the operator in and opens the admin. */
export async function operator(page: Page) {
  await enter(page, 'operator@orion.test', `${admin}/sign-in`);
  await open(page, admin);
}

/** Signs a customer in and opens their page. */
export async function customer(page: Page, email: string, code: string) {
  await enter(page, email, `${store(code)}/account/sign-in`);
  await open(page, `${store(code)}/account`);
}

/** Fills in a door's form and presses the button. */
export async function signIn(page: Page, email: string, secret = password) {
  await page.locator('main input[name=email]').fill(email);
  await page.locator('main input[name=password]').fill(secret);
  await page.locator('main form button[type=submit]').click();
}

/** The address behind the button in the latest captured mail to somebody, as the operator finds it. */
export async function mailedLink(reader: Page, to: string, button: string) {
  await operator(reader);
  let address: string | null = null;
  await expect(async () => {
    await open(reader, `${admin}/mail`);
    await reader.getByRole('row').filter({ hasText: to }).first().getByRole('link').first().click();
    const mail = reader.frameLocator('iframe');
    address = await mail.getByRole('link', { name: button }).getAttribute('href', { timeout: 2000 });
  }).toPass();
  return address!;
}

async function enter(page: Page, email: string, door: string) {
  const kept = sessions.get(email);
  if (kept) {
    await page.context().addCookies(kept);
    return;
  }
  const before = new Set((await page.context().cookies()).map(({ value }) => value));
  await open(page, door);
  await signIn(page, email);
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await hydrated(page);
  // What somebody else brought into this browser stays theirs.
  const cookies = (await page.context().cookies()).filter(({ value }) => !before.has(value));
  expect(cookies.length, `${email} is signed in`).toBeGreaterThan(0);
  sessions.set(email, cookies);
}
