/*
 * What a page sends before its first picture: the page and every file that it names. Its scripts load nothing else for it
 * (vite.config.ts names what they are going to ask for; tests/e2e/first-visit.spec.ts refuses them all other files).
 */
import { readdirSync, readFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);

/** The page and the files of `assets` that it names. */
function firstPicture(page) {
  const html = readFileSync(new URL(page, dist), 'utf8');
  const assets = readdirSync(new URL('assets/', dist)).filter((file) => html.includes(file));
  return [page, ...assets.map((file) => `assets/${file}`)].map((path) => `../dist/${path}`);
}

export default [
  { name: 'index.html: the first picture', path: firstPicture('index.html'), limit: '120 kB', gzip: true },
  { name: 'embed.html: the first picture', path: firstPicture('embed.html'), limit: '100 kB', gzip: true },
  {
    name: 'the machine, which comes after it',
    path: '../dist/assets/run-worker-*.js',
    limit: '240 kB',
    gzip: true,
  },
];
