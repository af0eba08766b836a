/** Twelve graphs on one page of documentation: each is there when it is come to, and none goes black. */
import { expect, test, type Frame, type Page } from '@playwright/test';
import { writeAddress } from '../../src/view/state/address.ts';

const FRAMES = 12;
const fragments = [
  '',
  ...['parent-links', 'two-that-hold-each-other', 'a-closure-remembers'].map(
    (lesson) => '#' + writeAddress({ lesson }),
  ),
];

/** A page with frames one below the other, each as high as a window. */
async function openFrames(page: Page): Promise<void> {
  const frames = Array.from(
    { length: FRAMES },
    (_, i) => `<iframe title="graph ${i}" width="700" height="560" src="embed.html${fragments[i % 4]}"></iframe>`,
  );
  await page.route('**/documentation.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Documentation</title>${frames.join('<br>')}`,
    }),
  );
  await page.goto('documentation.html', { waitUntil: 'commit' });
}

const started = (page: Page): Frame[] => page.frames().filter((frame) => frame.url().includes('embed.html'));

test('twelve frames are all drawn, each when it is come to', async ({ page }) => {
  test.setTimeout(400_000);
  await openFrames(page);
  const last = page.frameLocator('iframe').nth(FRAMES - 1);
  await expect(page.frameLocator('iframe').first().locator('canvas[data-settled="true"]')).toBeVisible({
    timeout: 60_000,
  });
  // Out of sight nothing is mounted, nothing runs.
  await expect.poll(() => started(page).length).toBe(FRAMES);
  await expect(last.locator('#app')).toBeEmpty();

  for (let i = 0; i < FRAMES; i++) {
    await page.locator('iframe').nth(i).scrollIntoViewIfNeeded();
    const frame = page.frameLocator('iframe').nth(i);
    await expect(frame.locator('canvas[data-settled="true"]'), `graph ${i}`).toBeVisible({ timeout: 60_000 });
  }
  // The first is still there after all the others have been drawn. One colour alone would be some hundred bytes.
  for (const i of [0, 5, FRAMES - 1]) {
    const canvas = page.frameLocator('iframe').nth(i).locator('canvas[data-settled]');
    await canvas.scrollIntoViewIfNeeded();
    const png = await canvas.screenshot();
    expect(png.length, `graph ${i} is drawn`).toBeGreaterThan(2000);
  }
});
