// Every journey fails on a console error, a page error or a failed request; every page it opens is looked at by axe.
import { createHash } from 'node:crypto';
import axe from 'axe-core';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

const port = Number(process.env.ORION_PORT ?? 3210);

export const platform = `http://localhost:${port}`;
export const store = (code: string) => `http://${code}.localhost:${port}`;
export const office = (code: string) => `${platform}/store/${code}`;
export const admin = `${platform}/admin`;
export const password = 'demo-orion-2026';

type Fixtures = {
  /** What went wrong on any page; the journey fails when it is not empty. */
  faults: string[];
  /** Somebody else, with a browser of their own. */
  other: Page;
};

export const test = base.extend<Fixtures>({
  faults: [
    async ({ context, javaScriptEnabled }, use) => {
      const faults: string[] = [];
      watch(context, faults, javaScriptEnabled ?? true);
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  other: async ({ browser, faults, javaScriptEnabled }, use) => {
    const context = await browser.newContext();
    watch(context, faults, javaScriptEnabled ?? true);
    await use(await context.newPage());
    await context.close();
  },
});

function watch(context: BrowserContext, faults: string[], hasScripts: boolean) {
  // The browser reports the status of a refused request itself; it is judged below. And where a mail is shown, in a frame
  // that runs no scripts, it keeps out Playwright's.
  const known = [/Failed to load resource/, /Blocked script execution in 'about:srcdoc'/];
  // Where no scripts run, what they would need is fetched for nothing.
  if (!hasScripts) known.push(/was preloaded using link preload/);
  context.on('console', (message) => {
    const isFault = ['error', 'warning'].includes(message.type()) && !known.some((words) => words.test(message.text()));
    if (isFault) faults.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`page error: ${error.error().message}`));
  context.on('requestfailed', (request) => {
    // Leaving a page ends what it still asked for.
    const reason = request.failure()?.errorText ?? '';
    const isScript = request.resourceType() === 'script';
    if (reason !== 'net::ERR_ABORTED' && (hasScripts || !isScript)) faults.push(`${reason} ${request.url()}`);
  });
  context.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    // A page that is not there and a form that is refused are answers; the journeys say which they expect.
    const isDocument = response.request().resourceType() === 'document';
    const isForm = path.includes('/api/') && response.request().method() === 'POST';
    const isAnswer = isDocument || (isForm && [400, 401, 409, 413, 422].includes(response.status()));
    // A closed shop says so itself.
    const isClosed = isDocument && response.status() === 503 && 'retry-after' in response.headers();
    if (response.status() >= (isAnswer ? 500 : 400) && !isClosed) faults.push(`${response.status()} ${path}`);
  });
}

export { expect };

/** Opens a page, waits until its scripts answer, and looks at it. */
export async function open(page: Page, address: string) {
  const response = await page.goto(address);
  await hydrated(page);
  return response;
}

/** Waits until a page's scripts answer and, come to from another page, it is there; then looks at it. */
export async function hydrated(page: Page) {
  const started = page.locator('html[data-hydrated]');
  // Shops and the platform's pages wait for a sign of somebody.
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('pointermove')));
    await expect(started).toBeAttached({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await sound(page);
}

/** Pages this process has looked at, but for numbers and ids: nobody learns anything from looking twice. */
const seen = new Set<string>();

/** Nothing for axe to find, of any severity, and nothing wider than the screen. */
export async function sound(page: Page) {
  const look = await page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const script of body.querySelectorAll('script')) script.remove();
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches || document.documentElement.dataset.theme === 'dark';
    return `${location.host} ${innerWidth} ${isDark ? 'dark' : 'light'} ${body.innerHTML.replace(/[0-9a-f-]{36}|\d+/g, '')}`;
  });
  const digest = createHash('sha256').update(look).digest('hex');
  if (seen.has(digest)) return;
  seen.add(digest);
  const where = `${page.url()} (${look.split(' ').slice(1, 3).join(', ')})`;
  expect.soft(await overflow(page), `wider than the screen: ${where}`).toEqual([]);
  expect.soft(await findings(page), `accessibility of ${where}`).toEqual([]);
}

/** What axe finds; only the rules named, or all. */
export async function findings(page: Page, rules?: string[]): Promise<string[]> {
  // Given by the debugger and not by the page, whose policy allows no foreign script.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const options = { resultTypes: ['violations' as const], ...(rules && { runOnly: rules }) };
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`));
  }, rules);
}

/** Nothing wider than the screen: all that can be asked of a page whose scripts do not run, axe being one. */
export async function fits(page: Page) {
  expect.soft(await overflow(page), `wider than the screen: ${page.url()}`).toEqual([]);
}

/** What makes a page scroll sideways; empty when nothing does. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement!;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(0, 5).map((element) => `${element.tagName}.${element.className}`)];
  });
}
