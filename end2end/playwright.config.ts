// Journeys in a real browser against a running server with the demo.
import { defineConfig, devices } from '@playwright/test';

const port = Number(process.env.ORION_PORT ?? 3210);
const server = process.env.ORION_BINARY;
/** One part of the operators' dashboard panics throughout, and nobody notices but modules.spec.ts. */
const broken = 'provider.tenancy.newest_stores:panic';
const chromium = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP *.localhost 127.0.0.1',
  ],
};

export default defineConfig({
  testDir: './journeys',
  outputDir: './test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 1,
  forbidOnly: !!process.env.CI,
  // Reported as flaky when the second try passes.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: chromium,
    locale: 'en-GB',
    // Nothing fades in while it is looked at.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Recording every step costs a third of the time: ORION_TRACE=1 where a failure is not understood.
    trace: process.env.ORION_TRACE ? 'retain-on-failure' : 'off',
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], launchOptions: chromium }, testIgnore: /(nojs|phone)\.spec/ },
    { name: 'phone', use: { ...devices['Pixel 7'], launchOptions: chromium }, testMatch: /phone\.spec/ },
    {
      name: 'without-scripts',
      use: { ...devices['Desktop Chrome'], launchOptions: chromium, javaScriptEnabled: false },
      testMatch: /nojs\.spec/,
    },
  ],
  webServer: server
    ? {
        command: `${server} serve --demo`,
        url: `http://localhost:${port}/health/ready`,
        timeout: 120_000,
        reuseExistingServer: false,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
        env: { ...process.env, ORION_PORT: String(port), ORION_LOG: process.env.ORION_LOG ?? 'warn', ORION_FAILPOINT: broken, RUST_BACKTRACE: '0' } as Record<string, string>,
      }
    : undefined,
});
