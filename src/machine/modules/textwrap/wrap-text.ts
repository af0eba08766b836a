/** Breaking a paragraph into lines. Source: CPython Lib/textwrap.py (TextWrapper). */
import { codePointLength, substring } from '../../text/code-points.ts';
import { expandTabs } from '../../text/padding.ts';

export interface WrapOptions {
  readonly width: number;
  readonly initialIndent: string;
  readonly subsequentIndent: string;
  readonly expandTabs: boolean;
  readonly tabSize: number;
  readonly replaceWhitespace: boolean;
  readonly fixSentenceEndings: boolean;
  readonly breakLongWords: boolean;
  readonly dropWhitespace: boolean;
  readonly breakOnHyphens: boolean;
  /** null: no limit. */
  readonly maxLines: number | null;
  readonly placeholder: string;
}

const space = '\\t\\n\\v\\f\\r ';
const letter = '\\p{L}';
const word = '\\p{L}\\p{N}_';
const punctuation = `${word}!"'&.,?`;
/** White space; an em-dash between words; a word with its hyphens. */
const chunkPattern = new RegExp(
  `([${space}]+|(?<=[${punctuation}])-{2,}(?=[${word}])` +
    `|[^${space}]+?(?:-(?:(?<=${letter}{2}-)|(?<=${letter}-${letter}-))(?=${letter}-?${letter})` +
    `|(?=[${space}]|$)|(?<=[${punctuation}])(?=-{2,}[${word}])))`,
  'u',
);
const simplePattern = new RegExp(`([${space}]+)`);

/** The lines. The width is positive (the caller has checked it). */
export function wrapText(text: string, options: WrapOptions): string[] {
  let prepared = options.expandTabs ? expandTabs(text, options.tabSize) : text;
  if (options.replaceWhitespace) prepared = prepared.replace(/[\t\n\v\f\r]/g, ' ');
  const pattern = options.breakOnHyphens ? chunkPattern : simplePattern;
  const chunks = prepared.split(pattern).filter((chunk) => chunk !== '');
  if (options.fixSentenceEndings) fixSentenceEndings(chunks);
  return wrapChunks(chunks, options);
}

/** Two spaces after a full stop that ends a sentence. */
function fixSentenceEndings(chunks: string[]): void {
  for (let i = 0; i + 1 < chunks.length; i++) {
    if (chunks[i + 1] === ' ' && /[a-z][.!?]["']?$/.test(chunks[i])) {
      chunks[i + 1] = '  ';
      i++;
    }
  }
}

/** Whether the placeholder fits into a line of its own. */
export function placeholderFits(options: WrapOptions): boolean {
  if (options.maxLines === null) return true;
  const indent = options.maxLines > 1 ? options.subsequentIndent : options.initialIndent;
  return codePointLength(indent) + codePointLength(options.placeholder.trimStart()) <= options.width;
}

function isBlank(chunk: string): boolean {
  return chunk.trim() === '';
}

function wrapChunks(source: readonly string[], options: WrapOptions): string[] {
  const lines: string[] = [];
  // The next chunk is last, as it is in CPython.
  const chunks = [...source].reverse();
  while (chunks.length > 0) {
    const current: string[] = [];
    let length = 0;
    const indent = lines.length > 0 ? options.subsequentIndent : options.initialIndent;
    const width = options.width - codePointLength(indent);
    if (options.dropWhitespace && isBlank(chunks[chunks.length - 1]) && lines.length > 0) chunks.pop();
    while (chunks.length > 0) {
      const size = codePointLength(chunks[chunks.length - 1]);
      if (length + size > width) break;
      current.push(chunks.pop()!);
      length += size;
    }
    if (chunks.length > 0 && codePointLength(chunks[chunks.length - 1]) > width) {
      handleLongWord(chunks, current, length, width, options);
      length = current.reduce((sum, chunk) => sum + codePointLength(chunk), 0);
    }
    if (options.dropWhitespace && current.length > 0 && isBlank(current[current.length - 1])) {
      length -= codePointLength(current.pop()!);
    }
    if (current.length === 0) continue;
    const { maxLines } = options;
    const isLastChunk = chunks.length === 0 || (options.dropWhitespace && chunks.length === 1 && isBlank(chunks[0]));
    if (maxLines === null || lines.length + 1 < maxLines || (isLastChunk && length <= width)) {
      lines.push(indent + current.join(''));
    } else {
      endWithPlaceholder(lines, current, length, width, indent, options);
      return lines;
    }
  }
  return lines;
}

/** Adds the last line, cut so that the placeholder fits; or puts the placeholder at the end of the line before it. */
function endWithPlaceholder(
  lines: string[],
  current: string[],
  length: number,
  width: number,
  indent: string,
  options: WrapOptions,
): void {
  const { placeholder } = options;
  const size = codePointLength(placeholder);
  let left = length;
  while (current.length > 0) {
    if (!isBlank(current[current.length - 1]) && left + size <= width) {
      lines.push(indent + current.join('') + placeholder);
      return;
    }
    left -= codePointLength(current.pop()!);
  }
  const previous = lines[lines.length - 1]?.trimEnd();
  if (previous !== undefined && codePointLength(previous) + size <= options.width) {
    lines[lines.length - 1] = previous + placeholder;
  } else {
    lines.push(indent + placeholder.trimStart());
  }
}

/** A word that is longer than a whole line. */
function handleLongWord(
  chunks: string[],
  current: string[],
  length: number,
  width: number,
  options: WrapOptions,
): void {
  const room = width < 1 ? 1 : width - length;
  if (!options.breakLongWords) {
    if (current.length === 0) current.push(chunks.pop()!);
    return;
  }
  const chunk = chunks[chunks.length - 1];
  let end = room;
  if (options.breakOnHyphens && codePointLength(chunk) > room) {
    const hyphen = substring(chunk, 0, room).lastIndexOf('-');
    if (hyphen > 0 && /[^-]/.test(chunk.slice(0, hyphen))) end = hyphen + 1;
  }
  const size = codePointLength(chunk);
  current.push(substring(chunk, 0, Math.min(end, size)));
  chunks[chunks.length - 1] = substring(chunk, Math.min(end, size), size);
}

/** The margin that all lines share removed; lines of white space become empty. */
export function dedent(text: string): string {
  const normalized = text.replace(/^[ \t]+$/gm, '');
  let margin: string | null = null;
  for (const [, indent] of normalized.matchAll(/^([ \t]*)(?=[^ \t\n])/gm)) {
    if (margin === null || margin.startsWith(indent)) margin = indent;
    else if (!indent.startsWith(margin)) {
      let shared = 0;
      while (shared < indent.length && indent[shared] === margin[shared]) shared++;
      margin = margin.slice(0, shared);
    }
  }
  if (margin === null || margin === '') return normalized;
  const size = margin.length;
  const start = margin;
  return normalized
    .split('\n')
    .map((line) => (line.startsWith(start) ? line.slice(size) : line))
    .join('\n');
}
