/** The two ways to draw an overview: the same picture, and no hole when the graphics card's context is taken away. */
import { expect, test, type Page } from '@playwright/test';
import { writeAddress, type Address } from '../../src/view/state/address.ts';
import { HeapglassPage } from './heapglass-page.ts';

const source = `
class DataNode:
    def __init__(self, value):
        self.value = value
        self.children = []

def create(depth):
    node = DataNode(depth)
    if depth > 0:
        for _ in range(18):
            node.children.append(create(depth - 1))
    return node

root = create(3)
del root.children[4]
`;

test.use({ viewport: { width: 800, height: 600 }, contextOptions: { reducedMotion: 'reduce' } });

/** Opens a heap of thousands; on software rendering that takes its time. */
async function open(page: Page, address: Address): Promise<HeapglassPage> {
  test.slow();
  const heap = new HeapglassPage(page);
  await page.goto('index.html#' + writeAddress(address));
  await heap.settled(120_000);
  return heap;
}

/** Remembers every WebGL context, so that a test can take it away. */
async function watchContexts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const contexts: WebGL2RenderingContext[] = [];
    Object.assign(window, { contexts });
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...rest: [string, unknown?]) {
      const context = (original as (...all: unknown[]) => unknown).call(this, ...rest);
      if (context instanceof WebGL2RenderingContext) contexts.push(context);
      return context;
    } as typeof original;
  });
}

function takeContextsAway(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { contexts } = window as unknown as { contexts: WebGL2RenderingContext[] };
    for (const gl of contexts) gl.getExtension('WEBGL_lose_context')?.loseContext();
    return contexts.length;
  });
}

/** The pixels of the picture once it stands still, as the canvas has them. */
async function pixelsOf(page: Page): Promise<number[]> {
  const { canvas } = new HeapglassPage(page);
  await expect(canvas).toHaveAttribute('data-level', 'pixels');
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
        const isStill = now === before;
        before = now;
        return isStill;
      },
      { timeout: 100_000, intervals: [400] },
    )
    .toBe(true);
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const small = document.createElement('canvas');
    small.width = element.width;
    small.height = element.height;
    const context = small.getContext('2d')!;
    context.drawImage(element, 0, 0);
    return Array.from(context.getImageData(0, 0, small.width, small.height).data);
  });
}

/** Share of the pixels of which a channel differs by more than an eighth. */
function difference(one: readonly number[], other: readonly number[]): number {
  expect(one.length).toBe(other.length);
  let pixels = 0;
  for (let at = 0; at < one.length; at += 4)
    if ([0, 1, 2].some((channel) => Math.abs(one[at + channel] - other[at + channel]) > 32)) pixels++;
  return pixels / (one.length / 4);
}

test('the graphics card draws what the processor draws, and is done without when its context is lost', async ({
  page,
}) => {
  await watchContexts(page);
  const heap = await open(page, { source, drawnBy: 'processor' });
  const byProcessor = await pixelsOf(page);
  await expect(heap.canvas).toHaveAttribute('data-drawn-by', 'processor');

  const drawing = page.getByRole('combobox', { name: 'Drawing' });
  await drawing.selectOption('card');
  await expect(heap.canvas).toHaveAttribute('data-drawn-by', 'card');
  const byCard = await pixelsOf(page);
  expect(difference(byCard, byProcessor)).toBeLessThan(0.004);
  // There is something to compare.
  const paper = byProcessor.slice(0, 4);
  expect(
    difference(
      byProcessor,
      byProcessor.map((_, at) => paper[at % 4]),
    ),
  ).toBeGreaterThan(0.02);

  expect(await takeContextsAway(page)).toBe(1);
  await expect(heap.canvas).toHaveAttribute('data-drawn-by', 'processor');
  expect(difference(await pixelsOf(page), byProcessor)).toBeLessThan(0.0001);
});

test('a machine without a card is found out: the processor draws, and no context is kept', async ({ page }) => {
  await watchContexts(page);
  const heap = await open(page, { source });
  await pixelsOf(page);
  await expect(heap.canvas).toHaveAttribute('data-drawn-by', 'processor');
  const lost = (): Promise<boolean> =>
    page.evaluate(() =>
      (window as unknown as { contexts: WebGL2RenderingContext[] }).contexts.every((gl) => gl.isContextLost()),
    );
  await expect.poll(lost).toBe(true);
});
