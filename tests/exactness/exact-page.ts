/** The page "How exact is it?": static HTML from the results, put into exact.html when the site is built. */
import type { Plugin } from 'vite';
import { type Exactness, number, readExactness, type VersionFigures } from './exactness.ts';

const PLACE = '<!-- figures -->';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
/** Markdown's `code` and **strong** in a line of text. */
const inline = (text: string) =>
  escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');

function row({ version, recorded, recordedSame, hasOracle, random, randomSame }: VersionFigures): string {
  const compared = hasOracle
    ? `<td>${number(random)}</td><td>${number(randomSame)}</td>`
    : '<td>–</td><td>no build to compare with</td>';
  return `<tr><th scope="row">Python ${version}</th><td>${recordedSame} of ${recorded}</td>${compared}</tr>`;
}

function differences({ version, differences }: VersionFigures): string {
  if (differences.length === 0) return '';
  const items = differences.map((each) => `<li><code>${escaped(each)}</code></li>`).join('\n');
  return `<details><summary>Python ${version}: ${number(differences.length)} that differ</summary><ul>${items}</ul></details>`;
}

export function exactnessHtml(exactness: Exactness): string {
  const { versions, regressions, gaps } = exactness;
  const differing = versions.map(differences).join('\n');
  return `
<h2 id="figures">How many programs</h2>
<div class="wide" role="region" aria-labelledby="figures" tabindex="0">
<table>
<thead><tr><th scope="col">Version</th><th scope="col">Recorded programs that print the same</th>
<th scope="col">Random programs compared</th><th scope="col">of which print the same</th></tr></thead>
<tbody>
${versions.map(row).join('\n')}
</tbody>
</table>
</div>
<p>${number(regressions)} programs that once printed something else are kept, with what CPython prints, and checked on every
change.</p>
<h2>Random programs that differ</h2>
${differing.trim() === '' ? '<p>None is known.</p>' : differing}
<h2>What else differs, or is simplified, and why</h2>
<ul>
${gaps.map(({ title, reason }) => `<li><strong>${inline(title)}</strong> ${inline(reason)}</li>`).join('\n')}
</ul>`;
}

export function exactPage(): Plugin {
  return {
    name: 'exact-page',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        return html.includes(PLACE) ? html.replace(PLACE, () => exactnessHtml(readExactness())) : html;
      },
    },
  };
}
