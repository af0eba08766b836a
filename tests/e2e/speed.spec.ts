import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`anyone can measure, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(400_000);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('speed.html');
    await page.getByRole('button', { name: 'Measure' }).click();
    await expect(page.getByRole('status')).toContainText('turn 1 of 5', { timeout: 60_000 });
    const table = page.getByRole('table', { name: /Time by number of nodes/ });
    await expect(table.getByRole('columnheader', { name: '1,111', exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(
      table
        .getByRole('row', { name: /^del root/ })
        .getByRole('cell')
        .first(),
    ).toHaveText(/^\d+(\.\d+)? m?s$/);
    await expect(
      table
        .getByRole('row', { name: /^Pan: a frame/ })
        .getByRole('cell')
        .first(),
    ).toHaveText(/^\d+(\.\d+)? m?s \(\d+(\.\d+)? m?s\)$/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    if (colorScheme === 'light') {
      await expect(page.getByRole('button', { name: 'Measure' })).toBeEnabled({ timeout: 300_000 });
      await expect(table.getByRole('columnheader', { name: '111,111' })).toBeVisible();
      await expect(table.getByRole('row', { name: /^Build/ })).toContainText(/nodes to the power \d/);
      await expect(table.getByRole('row', { name: /^Recolour every node/ })).toContainText(/nodes to the power -?\d/);
    }
    expect(problems).toEqual([]);
  });
}
