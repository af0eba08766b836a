/** The page as a person uses it: by role and name, waiting until it has settled. */
import { expect, type Locator, type Page } from '@playwright/test';
import { writeAddress, type Address } from '../../src/view/state/address.ts';

export class HeapglassPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(address: Address = {}): Promise<void> {
    const fragment = Object.keys(address).length === 0 ? '' : '#' + writeAddress(address);
    await this.page.goto('index.html' + fragment);
    await this.settled();
  }

  /** Run, layout and drawing are over, and nothing plays, in both graphs where there are two. */
  async settled(timeout = 30_000): Promise<void> {
    const why = 'a run, a layout or playing is still going on';
    await expect(this.canvas.first(), why).toHaveAttribute('data-settled', 'true', { timeout });
    await expect(this.page.locator('canvas[data-settled="false"]'), why).toHaveCount(0, { timeout });
  }

  get canvas(): Locator {
    return this.page.locator('canvas[data-settled]');
  }
  get caption(): Locator {
    return this.page.getByTestId('caption');
  }
  get output(): Locator {
    return this.page.getByTestId('output');
  }
  get traceback(): Locator {
    return this.page.getByTestId('traceback');
  }
  get transcript(): Locator {
    return this.page.getByTestId('transcript');
  }
  get time(): Locator {
    return this.page.getByRole('slider', { name: 'Time' });
  }
  /** The program's editor, once it can be typed in. */
  async editor(): Promise<Locator> {
    const editor = this.page.getByRole('textbox', { name: 'Program text' });
    await expect(editor).toBeEditable();
    return editor;
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Number of live objects of the program, as the picture is described. */
  async live(): Promise<number> {
    const label = await this.page.getByRole('img', { name: /Graph of the heap/ }).getAttribute('aria-label');
    return Number(/([\d,]+) live objects/.exec(label ?? '')![1].replaceAll(',', ''));
  }

  async position(): Promise<number> {
    return Number(await this.time.inputValue());
  }

  /** Writes a program into the editor and runs it. */
  async runProgram(source: string): Promise<void> {
    await this.open({ source });
  }

  /** Runs a statement through the prompt. */
  async statement(text: string): Promise<void> {
    await this.page.getByLabel('Statement to run on the heap').fill(text);
    await this.page
      .getByRole('region', { name: 'Statements run on the heap' })
      .getByRole('button', { name: 'Run' })
      .click();
    await this.settled();
  }

  async build(depth: number, breadth: number, links: 'none' | 'strong' | 'weak', timeout?: number): Promise<void> {
    await this.page.getByLabel('depth').fill(String(depth));
    await this.page.getByLabel('breadth').fill(String(breadth));
    await this.page.getByRole('combobox', { name: 'parent links', exact: true }).selectOption(links);
    await this.button('Build').click();
    await this.settled(timeout);
  }

  async collect(): Promise<void> {
    await this.button('gc.collect()').click();
    await this.settled();
  }
  async deleteRoot(): Promise<void> {
    await this.button('del root').click();
    await this.settled();
  }
}
