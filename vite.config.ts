import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { exactPage } from './tests/exactness/exact-page.ts';

/** Names the script of the run worker in every page, so that it is fetched beside the page's own script, not after it. */
function fetchWorkerEarly(): Plugin {
  return {
    name: 'fetch-worker-early',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, path }) {
        const worker = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'run-worker');
        if (worker === undefined || !/\/(index|embed)\.html$/.test(path)) return [];
        const attrs = { rel: 'modulepreload', crossorigin: true, href: `./${worker.fileName}` };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}

/** What speed.html may load. Only in what is built: the development server writes styles into the page. */
function speedPagePolicy(): Plugin {
  const content =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; worker-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'";
  return {
    name: 'speed-page-policy',
    apply: 'build',
    transformIndexHtml: (_html, { path }) =>
      path.endsWith('/speed.html')
        ? [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' }]
        : [],
  };
}

export default defineConfig({
  // Relative addresses, so that the built site works from any folder of any server.
  base: './',
  plugins: [svelte({ configFile: false }), exactPage(), fetchWorkerEarly(), speedPagePolicy()],
  build: {
    rolldownOptions: { input: ['index.html', 'exact.html', 'embed.html', 'speed.html'] },
  },
  // `import Worker from './x.worker.ts?worker&inline'` puts a worker into the bundle as a Blob:
  // workers with an address of their own do not start in an opaque sandbox.
  worker: { format: 'es' },
  test: {
    environment: 'node',
    // No module holds state, so test files may share them: four times faster.
    isolate: false,
    include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
    passWithNoTests: true,
  },
});
