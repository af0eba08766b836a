import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Relative addresses, so that the built site works from any folder of any server.
  base: './',
  plugins: [svelte({ configFile: false })],
  build: {
    rolldownOptions: { input: ['index.html', 'embed.html'] },
  },
  // `import Worker from './x.worker.ts?worker&inline'` puts a worker into the bundle as a Blob:
  // workers with an address of their own do not start in an opaque sandbox.
  worker: { format: 'es' },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
    passWithNoTests: true,
  },
});
