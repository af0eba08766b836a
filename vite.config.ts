import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { recordOpening } from './src/view/run/record-opening.ts';
import { exactPage } from './tests/exactness/exact-page.ts';

const OPENING = 'virtual:opening';

/** The module `virtual:opening`: the opening program's run, made now by the same machine that the page has. */
function recordedOpening(): Plugin {
  return {
    name: 'recorded-opening',
    resolveId: (id) => (id === OPENING ? `\0${OPENING}` : undefined),
    load: async (id) =>
      id === `\0${OPENING}` ? `export default ${JSON.stringify(await recordOpening())};` : undefined,
  };
}

/** Names in the pages what their scripts are going to ask for, so that all that the first picture needs is fetched at once. */
function fetchFirstPictureEarly(): Plugin {
  return {
    name: 'fetch-first-picture-early',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, path }) {
        if (!/\/(index|embed)\.html$/.test(path)) return [];
        const files = new Set<string>();
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const add = (chunk: (typeof chunks)[number]): void => {
          files.add(chunk.fileName);
          for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
          for (const name of chunk.imports) if (!files.has(name)) add(chunks.find((each) => each.fileName === name)!);
        };
        chunks.filter(({ name, moduleIds }) => name === 'App' || moduleIds.includes(`\0${OPENING}`)).forEach(add);
        return [...files]
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: file.endsWith('.css')
              ? { rel: 'preload', as: 'style', crossorigin: true, href: `./${file}` }
              : { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: 'head' as const,
          }));
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
  plugins: [svelte({ configFile: false }), exactPage(), recordedOpening(), fetchFirstPictureEarly(), speedPagePolicy()],
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
    // The first program of a file waits for the machine to be compiled; on a busy machine that takes longer than 5 s.
    testTimeout: 30_000,
  },
});
