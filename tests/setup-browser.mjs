/*
 * Finds the browser of the end-to-end tests, or installs one, and writes its path where
 * tests/playwright.config.ts reads it. In order: Playwright's own, the one that CHROMIUM_PATH names, one of the
 * system; where there is none, Playwright's download, then (on Debian, as root) the package `chromium`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const DOWNLOAD_SECONDS = 90;
const PACKAGE_SECONDS = 600;
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** True when the browser starts: a file may be there and its libraries not (or be a stub that asks for a snap). */
function starts(path) {
  const { status } = spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
  return status === 0;
}

function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(':')) {
    const path = join(folder, name);
    if (folder && existsSync(path)) return path;
  }
  return null;
}

function findBrowser() {
  const candidates = [
    chromium.executablePath(),
    process.env.CHROMIUM_PATH,
    ...SYSTEM_NAMES.map(onPath),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return candidates.find((path) => path && existsSync(path) && starts(path)) ?? null;
}

/** Runs a command and all that it starts for at most so long. Resolves to whether it succeeded. */
function attempt(command, args, seconds) {
  console.log(`> ${command} ${args.join(' ')}`);
  return new Promise((done) => {
    // A group of its own, because the download runs in a grandchild that outlives its parent.
    const child = spawn(command, args, { cwd: root, stdio: 'ignore', detached: true });
    const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), seconds * 1000);
    const finish = (succeeded) => {
      clearTimeout(timer);
      done(succeeded);
    };
    child.on('error', () => finish(false));
    child.on('exit', (status) => finish(status === 0));
  });
}

async function installBrowser() {
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  if (await attempt(process.execPath, [playwright, 'install', 'chromium'], DOWNLOAD_SECONDS)) {
    const found = findBrowser();
    if (found) return found;
  }
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    await attempt('apt-get', ['update'], PACKAGE_SECONDS);
    await attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], PACKAGE_SECONDS);
  }
  return findBrowser();
}

const executablePath = findBrowser() ?? (await installBrowser());
if (!executablePath) {
  console.error(
    'No browser for the end-to-end tests: install Chromium (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.',
  );
  process.exit(1);
}
const cache = join(root, 'node_modules', '.cache', 'heapglass');
mkdirSync(cache, { recursive: true });
writeFileSync(join(cache, 'browser.json'), JSON.stringify({ executablePath }));
console.log(`browser: ${executablePath}`);
