/** Moments and frames in miniature, for tests: the runs of layout/run-samples.ts, seen at their end. */
import { layOut } from '../layout/lay-out.ts';
import type { LayoutOptions } from '../layout/layout.ts';
import type { RunSample } from '../layout/run-samples.ts';
import { type Camera, fit } from './camera.ts';
import type { Frame } from './frame.ts';
import type { MomentView, NameTag } from './moment-view.ts';
import { PreparedScene } from './prepared-scene.ts';
import { Pulses } from './pulses.ts';
import type { Scene } from './scene.ts';
import { lightTheme } from './theme.ts';

export interface SampleReference {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly isWeak?: boolean;
}

/** `.children` to a node's list, `[k]` to a list's items, and what `extra` adds. Every refcount is 1 unless given. */
export function momentOf(
  run: RunSample,
  options: {
    readonly extra?: readonly SampleReference[];
    readonly names?: readonly NameTag[];
    readonly refcounts?: Readonly<Record<number, number>>;
    readonly causes?: Readonly<Record<number, number>>;
    readonly position?: number;
    readonly freshFrom?: number;
    readonly showGhosts?: boolean;
  } = {},
): MomentView {
  const { idLimit, owner, kind, kindNames, birth, death } = run.source();
  const refcount = new Int32Array(idLimit).fill(1);
  for (const [id, count] of Object.entries(options.refcounts ?? {})) refcount[Number(id)] = count;
  const deathCause = new Uint8Array(idLimit).fill(1);
  for (const [id, cause] of Object.entries(options.causes ?? {})) deathCause[Number(id)] = cause;
  const position = options.position ?? 2 ** 30;
  const referencesOf = (id: number): SampleReference[] => {
    const found: SampleReference[] = [];
    for (let child = 1; child < idLimit; child++) {
      if (owner[child] !== id) continue;
      const item = `[${found.length}]`;
      const attribute = kindNames[kind[child]] === 'list' ? '.children' : '.next';
      found.push({ from: id, to: child, label: kindNames[kind[id]] === 'list' ? item : attribute });
    }
    return [...found, ...(options.extra ?? []).filter(({ from }) => from === id)];
  };
  return {
    version: 1,
    position,
    freshFrom: options.freshFrom ?? position,
    isCounted: true,
    showGhosts: options.showGhosts ?? true,
    birth,
    death,
    deathCause,
    refcount,
    generation: new Uint8Array(idLimit),
    kind,
    kindNames,
    marks: null,
    cycles: null,
    names: options.names ?? [],
    valueText: (id) => `v${id}`,
    badgeText: (id) => String(refcount[id]),
    typeName: (id) => kindNames[kind[id]],
    forEachReference(id, visit) {
      for (const [slot, { to, isWeak }] of referencesOf(id).entries()) visit(to, slot, isWeak ?? false);
    },
    slotName: (id, slot) => referencesOf(id)[slot].label,
  };
}

export function sceneOf(
  run: RunSample,
  moment: MomentView,
  options: Partial<Scene> & { readonly lay?: LayoutOptions } = {},
): Scene {
  const { lay = { layout: 'tidy', fold: true }, ...rest } = options;
  const layout = layOut(run.source(), lay);
  const camera: Camera = fit(layout.bounds, { width: 800, height: 500 });
  return {
    layout,
    moment,
    camera,
    theme: lightTheme,
    selected: 0,
    hovered: 0,
    emphasis: null,
    reducedMotion: true,
    ...rest,
  };
}

export function frameOf(scene: Scene): Frame {
  const { tones, outline, styles, shapes, grid, references } = new PreparedScene(scene);
  return {
    scene,
    size: { width: 800, height: 500 },
    pixelRatio: 1,
    tones,
    outline,
    styles,
    shapes,
    grid,
    references,
    pulses: new Pulses(),
    now: 0,
  };
}
