import type { Body } from '../syntax.ts';

/** The docstring of a module, class or function as written, or null. */
export function docstringOf(body: Body): string | null {
  const [first] = body;
  if (first?.type !== 'Expr' || first.value.type !== 'Constant') return null;
  const { value } = first.value;
  return value.kind === 'str' ? value.value : null;
}

/** Takes the common indentation away, as the compiler does since 3.13 (CPython's `_PyCompile_CleanDoc`). */
export function cleanDocstring(docstring: string): string {
  const [first, ...others] = expandTabs(docstring).split('\n');
  let margin = Infinity;
  for (const line of others) {
    const indentation = line.length - line.replace(/^ +/, '').length;
    if (indentation < line.length) margin = Math.min(margin, indentation);
  }
  if (margin === Infinity) margin = 0;
  return [first.replace(/^ +/, ''), ...others.map((line) => line.slice(margin))].join('\n');
}

function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  const expandLine = (line: string): string => {
    let result = '';
    for (const char of line) result += char === '\t' ? ' '.repeat(8 - (result.length % 8)) : char;
    return result;
  };
  return text.split('\n').map(expandLine).join('\n');
}
