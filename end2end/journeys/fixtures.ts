// Every journey fails on a console error, a page error or a failed request, and can ask for an accessibility check.
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

const port = Number(process.env.ORION_PORT ?? 3210);

export const platform = `http://localhost:${port}`;
export const store = (code: string) => `http://${code}.localhost:${port}`;
export const password = 'demo-orion-2026';

type Fixtures = { faults: string[] };

export const test = base.extend<Fixtures>({
  faults: [
    async ({ page, context }, use) => {
      const faults: string[] = [];
      const watch = (watched: Page) => {
        watched.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) {
            // The browser reports the status of a refused document itself; journeys assert those.
            if (!/Failed to load resource/.test(message.text())) faults.push(`${message.type()}: ${message.text()}`);
          }
        });
        watched.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
        watched.on('response', (response) => {
          const path = new URL(response.url()).pathname;
          const isDocument = response.request().resourceType() === 'document';
          if (response.status() >= 400 && !isDocument && !path.includes('/api/')) faults.push(`${response.status()} ${path}`);
          if (response.status() >= 500) faults.push(`${response.status()} ${path}`);
        });
      };
      watch(page);
      context.on('page', watch);
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens a page and waits until its scripts answer. */
export async function open(page: Page, address: string) {
  await page.goto(address);
  await hydrated(page);
}

export async function hydrated(page: Page) {
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

/** No finding of any severity. */
export async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const findings = violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(findings).toEqual([]);
}

/** Signs a merchant's team member in and opens a store's back office. */
export async function backOffice(page: Page, email: string, code: string) {
  await open(page, `${platform}/sign-in?next=/store/${code}`);
  await page.locator('main input[name=email]').fill(email);
  await page.locator('main input[name=password]').fill(password);
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(`**/store/${code}**`);
  await hydrated(page);
}
