/** The first visit: a picture before there is a machine, and nothing lost that is asked of it meanwhile. */
import { expect, test, type Page } from '@playwright/test';
import { HeapglassPage } from './heapglass-page.ts';

/** Keeps the script of the machine back until the function that it returns is called. */
async function holdMachine(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/run-worker-*.js', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

for (const path of ['index.html', 'embed.html']) {
  test(`${path} shows its picture, time and objects with nothing but what it names`, async ({ page }) => {
    const heap = new HeapglassPage(page);
    let html = '';
    await page.route(`**/${path}`, async (route) => {
      const response = await route.fetch();
      html = await response.text();
      await route.fulfill({ response });
    });
    await page.route('**/assets/*', async (route) => {
      const file = route.request().url().split('/').at(-1)!;
      if (html.includes(file)) await route.continue();
      // Else it never comes.
    });
    await page.goto(path);
    await heap.settled();
    expect(await heap.live()).toBe(29);
    await heap.time.fill(String(Math.floor((await heap.position()) / 2)));
    await heap.settled();
    expect(await heap.live()).toBeLessThan(29);
  });
}

test('what is pressed before the machine is there waits for it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const heap = new HeapglassPage(page);
  const release = await holdMachine(page);
  await page.goto('index.html');
  await heap.settled();
  const length = await heap.position();
  await heap.button('del root').click();
  await expect(heap.transcript).toContainText('del root');
  expect(Number(await heap.time.getAttribute('max'))).toBe(length);
  release();
  await expect.poll(async () => Number(await heap.time.getAttribute('max'))).toBeGreaterThan(length);
  await heap.settled();
  await expect(heap.caption).toContainText('freed');
  expect(await heap.live()).toBeLessThan(9);
});

test('running the opening program gives what its recording shows', async ({ page }) => {
  const heap = new HeapglassPage(page);
  await heap.open();
  const length = await heap.position();
  const live = await heap.live();
  const caption = await heap.caption.textContent();
  const picture = await heap.canvas.screenshot();
  await heap.button('Run').first().click();
  await expect(heap.canvas).toHaveAttribute('data-settled', 'true');
  expect(await heap.position()).toBe(length);
  expect(await heap.live()).toBe(live);
  await expect(heap.caption).toHaveText(caption!);
  expect((await heap.canvas.screenshot()).equals(picture)).toBe(true);
});

test('an address that names another program starts the machine at once', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const heap = new HeapglassPage(page);
  await heap.open({ lesson: 'two-that-hold-each-other' });
  const machine = asked.findIndex((url) => url.includes('run-worker-'));
  const editor = asked.findIndex((url) => url.includes('code-editor-'));
  expect(machine).toBeGreaterThan(0);
  expect(machine).toBeLessThan(editor);
});
