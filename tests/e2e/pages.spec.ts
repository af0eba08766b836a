import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

for (const page of ['index.html', 'embed.html', 'speed.html']) {
  test(`${page} opens without an error, an external request or a barrier`, async ({ page: tab, baseURL }) => {
    const problems: string[] = [];
    tab.on('pageerror', (error) => problems.push(String(error)));
    tab.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    tab.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL!) && !/^(data|blob):/.test(url)) problems.push(`asks for ${url}`);
    });

    await tab.goto(page);
    await expect(tab.locator('#app')).not.toBeEmpty();
    await expect(tab).toHaveTitle(/Heapglass/);
    expect(problems).toEqual([]);

    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`exact.html, ${colorScheme}: the figures, without a barrier`, async ({ page: tab }) => {
    await tab.emulateMedia({ colorScheme });
    await tab.goto('exact.html');
    await expect(tab.getByRole('heading', { name: 'How exact is it?' })).toBeVisible();
    await expect(tab.getByRole('row', { name: /Python 3\.13 100 of 100/ })).toBeVisible();
    await expect(tab.locator('html')).toHaveAttribute('data-theme', colorScheme);

    const { violations } = await new AxeBuilder({ page: tab }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });
}
