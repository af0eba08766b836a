/** The browser that tests/setup-browser.mjs has found; undefined: Playwright's own. */
import { existsSync, readFileSync } from 'node:fs';

const found = new URL('../node_modules/.cache/heapglass/browser.json', import.meta.url);

export const executablePath = existsSync(found)
  ? (JSON.parse(readFileSync(found, 'utf8')) as { executablePath: string }).executablePath
  : undefined;
