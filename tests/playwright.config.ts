import { defineConfig, devices } from '@playwright/test';
import { executablePath } from './found-browser.ts';

// One port a run, so that two clones on one machine can be tested at the same time. It is kept in the environment
// because every worker reads this file again.
const port = (process.env.HEAPGLASS_E2E_PORT ??= String(20_000 + (process.pid % 20_000)));
const baseURL = `http://localhost:${port}/`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  // One picture for all machines: names without the platform.
  snapshotPathTemplate: '{testDir}/scenes/{arg}{ext}',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  // What measures tasks has the machine to itself: a neighbour takes half of the processor's memory bandwidth.
  projects: [
    { name: 'together', testIgnore: /long-tasks/ },
    { name: 'alone', testMatch: /long-tasks/, dependencies: ['together'] },
  ],
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    // A trace films every test, which on software rendering takes longer than the test.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath,
      // WebGL2 on the processor: its screenshots are byte-identical from run to run.
      args: [
        '--use-gl=angle',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--no-sandbox',
        '--disable-dev-shm-usage',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    cwd: new URL('..', import.meta.url).pathname,
    url: baseURL,
  },
});
