// Every page a link leads to, on a desk and on a phone, in light and in dark.
import { type Page } from '@playwright/test';
import { admin, expect, findings, office, open, overflow, platform, store, test } from './fixtures';
import { backOffice, customer, operator } from './people';

/** So many pages are opened of those that show one thing of many, and of those below one address. */
const MOST = { things: 1, below: 4 };

/** Follows the links below an address and looks at each page; the paths below it. */
async function tour(page: Page, root: string): Promise<string[]> {
  const visited: string[] = [];
  const waiting = [''];
  const known = new Set(waiting);
  const counts = new Map<string, number>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await open(page, root + path);
    expect.soft(response?.status(), path).toBe(200);
    await otherwise(page, path);
    visited.push(path);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of links) {
      const next = below(root, link);
      if (next === undefined || known.has(next)) continue;
      known.add(next);
      const kind = next.replace(/\/[^/]*\d[^/]*/g, '/*');
      const [group, most] = kind === next ? [next.replace(/[^/]+$/, ''), MOST.below] : [kind, MOST.things];
      const count = (counts.get(group) ?? 0) + 1;
      counts.set(group, count);
      if (group === '/' || count <= most) waiting.push(next);
    }
  }
  return visited;
}

/** The path of a page below an address; none for other frontends, languages and files. */
function below(root: string, link: string): string | undefined {
  const { origin, pathname } = new URL(link);
  const whole = origin + pathname.replace(/\/$/, '');
  const path = whole.slice(root.length);
  if (!whole.startsWith(root) || (path && !path.startsWith('/'))) return undefined;
  return /^\/(de|fr|lb|store|admin)(\/|$)|\.csv$|^\/store-exports\//.test(path) ? undefined : path;
}

/** The page at hand in dark colours and on a narrow screen. */
async function otherwise(page: Page, address: string) {
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  expect.soft(await findings(page, ['color-contrast']), `in dark: ${address}`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  expect.soft(await overflow(page), `on a phone: ${address}`).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 720 });
}

/** Colours on their way from light to dark have arrived. */
function settled(page: Page) {
  return page.evaluate(async () => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map((transition) => transition.finished));
  });
}

// A hundred pages and more, each in several looks.
test.setTimeout(300_000);

test('every page of the platform', async ({ page }) => {
  const visited = await tour(page, platform);
  expect(visited).toEqual(expect.arrayContaining(['', '/pricing', '/sign-in']));
});

test('every page of a shop', async ({ page }) => {
  await customer(page, 'chloe@example.test', 'kaffi');
  const visited = await tour(page, store('kaffi'));
  expect(visited).toEqual(expect.arrayContaining(['', '/products', '/cart', '/account', '/account/orders']));
});

test('every page of a back office', async ({ page }) => {
  await backOffice(page, 'owner@minett.test', 'kaffi');
  const visited = await tour(page, office('kaffi'));
  const parts = ['orders', 'products', 'categories', 'inventory', 'customers', 'payments', 'messages', 'settings'];
  expect(visited).toEqual(expect.arrayContaining(parts.map((part) => `/${part}`)));
  expect(visited.length).toBeGreaterThan(25);
});

test('every page of the admin', async ({ page }) => {
  await operator(page);
  const visited = await tour(page, admin);
  const parts = ['modules', 'stores', 'merchants', 'tiers', 'subscriptions', 'audit'];
  expect(visited).toEqual(expect.arrayContaining(parts.map((part) => `/${part}`)));
});
