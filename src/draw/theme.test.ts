import { describe, expect, it } from 'vitest';
import { darkTheme, lightTheme, type Theme } from './theme.ts';

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([lightTheme, darkTheme])('the $name theme', (theme: Theme) => {
  it.each([
    ['ink on paper', theme.ink, theme.paper, 7],
    ['quiet ink on paper', theme.quietInk, theme.paper, 4.5],
    ['text on the young', theme.onGeneration[0], theme.generation[0], 4.5],
    ['text on the middle', theme.onGeneration[1], theme.generation[1], 4.5],
    ['text on the old', theme.onGeneration[2], theme.generation[2], 4.5],
    ['text on the permanent', theme.onGeneration[3], theme.generation[3], 4.5],
    ['text on the untracked', theme.onUntracked, theme.untracked, 4.5],
    ['text on the dying', theme.onDying, theme.dying, 4.5],
    ['text on the reached', theme.onMark, theme.reached, 4.5],
    ['text on the doubted', theme.onMark, theme.doubted, 4.5],
    ['text on the condemned', theme.onMark, theme.condemned, 4.5],
    ['text on the waiting', theme.onMark, theme.waiting, 4.5],
    ['text on the hanging', theme.onMark, theme.hanging, 4.5],
    ['a badge', theme.onBadge, theme.badge, 4.5],
    ['a tag', theme.onTag, theme.tag, 4.5],
    ['a local tag', theme.onLocalTag, theme.localTag, 4.5],
    ['labels of weak references', theme.weakEdge, theme.paper, 4.5],
    ['rings of the just freed', theme.justFreed, theme.paper, 3],
    ['rings of ghosts by refcount', theme.ghostByRefcount, theme.paper, 3],
    ['rings of ghosts by the collector', theme.ghostByCollector, theme.paper, 3],
    ['rings of swept ghosts', theme.ghostSwept, theme.paper, 3],
    ['back-references', theme.backEdge, theme.paper, 3],
    ['the selection', theme.accent, theme.paper, 3],
  ])('shows %s clearly', (_, front, back, least) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(least);
  });
});
