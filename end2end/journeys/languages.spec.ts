// The four languages in the four frontends: the menu, the address, the texts.
import { readFileSync } from 'node:fs';
import { type Page } from '@playwright/test';
import { admin, expect, hydrated, office, open, platform, store, test } from './fixtures';
import { backOffice, operator } from './people';

const NAMES = { en: 'English', de: 'Deutsch', fr: 'Français', lb: 'Lëtzebuergesch' };
type Language = keyof typeof NAMES;
const LANGUAGES = Object.keys(NAMES) as Language[];

/** What an address begins with in a language; the main one of the demo's platform and of the coffee shop is English. */
const prefix = (language: Language) => (language === 'en' ? '' : `/${language}`);

/** A text of a module in a language, by its path. */
function text(module: string, language: Language, path: string): string {
  const file = new URL(`../../modules/${module}/locales/${language}.json`, import.meta.url);
  return path.split('.').reduce((texts, key) => texts[key], JSON.parse(readFileSync(file, 'utf8')));
}

/** Goes through the language menu of the page at hand, and back to where it began. */
async function tour(page: Page, title: (language: Language) => string, path: (language: Language) => string) {
  for (const language of [...LANGUAGES, 'en' as const]) {
    await page.locator('[popovertarget=languages]').click();
    await page.locator('#languages').getByRole('link', { name: NAMES[language] }).click();
    await page.waitForURL((url) => url.pathname === path(language) && url.search === '');
    await hydrated(page);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title(language));
  }
}

test('the shop speaks four languages', async ({ page }) => {
  await open(page, `${store('kaffi')}/products`);
  await tour(page, (language) => text('catalog', language, 'shop.all_products'), (language) => `${prefix(language)}/products`);
});

test('a shop whose main language is another one keeps its addresses bare', async ({ page }) => {
  await open(page, `${store('lumiere')}/products`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await open(page, `${store('lumiere')}/de/products`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('h1')).toHaveText('Alle Produkte');
  await page.goto(`${store('lumiere')}/fr/products`);
  expect(new URL(page.url()).pathname).toBe('/products');
});

test('the platform speaks four languages', async ({ page }) => {
  await open(page, `${platform}/sign-in`);
  await tour(page, (language) => text('tenancy', language, 'sign_in.title'), (language) => `${prefix(language)}/sign-in`);
});

test('the back office speaks four languages', async ({ page }) => {
  await backOffice(page, 'owner@minett.test', 'kaffi');
  await open(page, `${office('kaffi')}/orders`);
  await tour(page, (language) => text('orders', language, 'index.title'), (language) => `${prefix(language)}/store/kaffi/orders`);
});

test('the admin speaks four languages', async ({ page }) => {
  await operator(page);
  await open(page, `${admin}/modules`);
  await tour(page, (language) => text('tenancy', language, 'modules.title'), (language) => `${prefix(language)}/admin/modules`);
});

test('a chosen language is remembered for the home page', async ({ page }) => {
  await open(page, `${store('kaffi')}/products?language=lb`);
  await open(page, store('kaffi'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'lb');
  expect(new URL(page.url()).pathname).toBe('/lb');
});
