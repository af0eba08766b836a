/** Names as tags that point at what they name: the roots of the heap. */
import type { Disc } from './edge-route.ts';
import type { Frame } from './frame.ts';
import { type LabelPlacer, overlaps, type ScreenRect } from './label-placer.ts';
import type { NameTag } from './moment-view.ts';
import { arrowhead, type Pen, roundRect } from './pen.ts';
import { isAlive } from './tone.ts';
import { discOf } from './visible-nodes.ts';

const TEXT_SIZE = 12;
const HEIGHT = 21;
const PADDING = 8;
/** Between a tag and the disc it points at. */
const LEADER = 12;
/** Names listed on one tag; the rest is counted. */
const MOST_NAMES = 3;
const MOST_TAGS = 40;
/** Roots that are marked at all. */
const MOST_MARKS = 400;
const OVERVIEW_RADIUS = 4;

interface Tag {
  readonly text: string;
  readonly isLocal: boolean;
  readonly disc: Disc;
}

/** Returns where the tags lie. `mayCover`: where they may lie over what the placer knows of, when there is no room. */
export function drawNameTags(
  pen: Pen,
  frame: Frame,
  placer: LabelPlacer,
  mayCover: (rect: ScreenRect) => boolean,
): ScreenRect[] {
  const placed: ScreenRect[] = [];
  const { theme } = frame.scene;
  pen.font = `600 ${TEXT_SIZE}px ${theme.monoFont}`;
  for (const [n, tag] of tagsOf(frame).entries()) {
    const width = Math.ceil(pen.measureText(tag.text).width) + 2 * PADDING;
    // Over other tags never: a name that finds no room leaves an arrow behind.
    const rooms = n < MOST_TAGS ? candidates(tag.disc, width).filter((rect) => !placed.some(overlaps(rect))) : [];
    const rect = placer.place(rooms, (inside) => mayCover(inside) && !placed.some(overlaps(inside)));
    if (rect === null) {
      drawMark(pen, frame, tag);
      continue;
    }
    drawTag(pen, frame, tag, rect);
    placed.push(rect);
  }
  return placed;
}

/** A root without its name: an arrow from above. */
function drawMark(pen: Pen, frame: Frame, { disc, isLocal }: Tag): void {
  const { theme } = frame.scene;
  pen.fillStyle = isLocal ? theme.quietInk : theme.tag;
  pen.beginPath();
  arrowhead(pen, disc.x, disc.y - disc.r - 1.5, 0, 1, 7);
  pen.fill();
}

/** One tag for each object that is in the picture; globals first, they are placed first. */
function tagsOf(frame: Frame): Tag[] {
  const { moment, layout } = frame.scene;
  const byTarget = new Map<number, NameTag[]>();
  for (const name of moment.names) {
    const id = layout.shownAs[name.target] ?? 0;
    if (id === 0 || !isAlive(frame.tones[id])) continue;
    const names = byTarget.get(id);
    if (names) names.push(name);
    else byTarget.set(id, [name]);
  }
  const tags: Tag[] = [];
  for (const [id, names] of byTarget) {
    const disc = discOf(frame, id);
    const { width, height } = frame.size;
    if (disc.x < -disc.r || disc.y < -disc.r || disc.x > width + disc.r || disc.y > height + disc.r) continue;
    const labels = [...new Set(names.map((name) => name.label))];
    const more = labels.length - MOST_NAMES;
    const text = labels.slice(0, MOST_NAMES).join(', ') + (more > 0 ? ` +${more}` : '');
    tags.push({ text, disc, isLocal: names.every((name) => name.scope !== 'global') });
  }
  tags.sort((a, b) => Number(a.isLocal) - Number(b.isLocal));
  return tags.slice(0, MOST_MARKS);
}

/** Above first, then beside, then further away. */
function candidates(disc: Disc, width: number): ScreenRect[] {
  const r = Math.max(disc.r, OVERVIEW_RADIUS);
  const at = (x: number, y: number): ScreenRect => ({ x, y, width, height: HEIGHT });
  const rects: ScreenRect[] = [];
  for (const far of [LEADER, LEADER + 22, LEADER + 48]) {
    const above = disc.y - r - far - HEIGHT;
    const below = disc.y + r + far;
    rects.push(
      at(disc.x - width / 2, above),
      at(disc.x - r - far - width, disc.y - HEIGHT / 2),
      at(disc.x + r + far, disc.y - HEIGHT / 2),
      at(disc.x - width - r * 0.3, above + 4),
      at(disc.x + r * 0.5, above),
      at(disc.x - width / 2, below),
    );
  }
  return rects;
}

function drawTag(pen: Pen, frame: Frame, tag: Tag, rect: ScreenRect): void {
  const { theme } = frame.scene;
  const fill = tag.isLocal ? theme.localTag : theme.tag;
  drawLeader(pen, tag.disc, rect, tag.isLocal ? theme.quietInk : theme.tag);
  pen.fillStyle = fill;
  pen.beginPath();
  roundRect(pen, rect.x, rect.y, rect.width, rect.height, 5);
  pen.fill();
  pen.fillStyle = tag.isLocal ? theme.onLocalTag : theme.onTag;
  pen.font = `600 ${TEXT_SIZE}px ${theme.monoFont}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'alphabetic';
  pen.fillText(tag.text, rect.x + PADDING, rect.y + HEIGHT / 2 + TEXT_SIZE * 0.35);
}

/** From the border of the tag to the disc. */
function drawLeader(pen: Pen, disc: Disc, rect: ScreenRect, colour: string): void {
  const fromX = Math.max(rect.x + 6, Math.min(disc.x, rect.x + rect.width - 6));
  const fromY = Math.max(rect.y + 4, Math.min(disc.y, rect.y + rect.height - 4));
  const length = Math.hypot(disc.x - fromX, disc.y - fromY);
  if (length < disc.r + 3) return;
  const ux = (disc.x - fromX) / length;
  const uy = (disc.y - fromY) / length;
  const tipX = disc.x - ux * (disc.r + 1.5);
  const tipY = disc.y - uy * (disc.r + 1.5);
  pen.strokeStyle = colour;
  pen.lineWidth = 1.75;
  pen.beginPath();
  pen.moveTo(fromX, fromY);
  pen.lineTo(tipX - ux * 4, tipY - uy * 4);
  pen.stroke();
  pen.fillStyle = colour;
  pen.beginPath();
  arrowhead(pen, tipX, tipY, ux, uy, 7);
  pen.fill();
}
