/** A pen that writes SVG. */
import type { Pen } from './pen.ts';

/** Average width of a character in font sizes: SVG is written without a font at hand. */
const CHARACTER = 0.58;
const ANCHOR: Readonly<Record<string, string>> = { left: 'start', center: 'middle', right: 'end' };

export class SvgPen implements Pen {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  private dash: number[] = [];
  private path = '';
  private readonly elements: string[] = [];

  /** Everything drawn so far, as the content of an `svg` element. */
  get content(): string {
    return this.elements.join('\n');
  }

  beginPath(): void {
    this.path = '';
  }
  closePath(): void {
    this.path += 'Z';
  }
  moveTo(x: number, y: number): void {
    this.path += `M${short(x)} ${short(y)}`;
  }
  lineTo(x: number, y: number): void {
    this.path += `L${short(x)} ${short(y)}`;
  }
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path += `C${short(ax)} ${short(ay)} ${short(bx)} ${short(by)} ${short(x)} ${short(y)}`;
  }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path += `Q${short(cx)} ${short(cy)} ${short(x)} ${short(y)}`;
  }
  /** Full circles only, which is all that is drawn. */
  arc(x: number, y: number, radius: number): void {
    const r = short(radius);
    const [left, right] = [short(x - radius), short(x + radius)];
    this.path += `M${right} ${short(y)}A${r} ${r} 0 1 1 ${left} ${short(y)}A${r} ${r} 0 1 1 ${right} ${short(y)}`;
  }
  setLineDash(dash: number[]): void {
    this.dash = dash;
  }
  fill(): void {
    if (this.path !== '') this.elements.push(`<path d="${this.path}" fill="${this.fillStyle}"${this.opacity()}/>`);
  }
  stroke(): void {
    if (this.path === '') return;
    const dash = this.dash.length > 0 ? ` stroke-dasharray="${this.dash.map(short).join(' ')}"` : '';
    const cap = this.lineCap === 'butt' ? '' : ` stroke-linecap="${this.lineCap}"`;
    this.elements.push(
      `<path d="${this.path}" fill="none" stroke="${this.strokeStyle}" stroke-width="${short(this.lineWidth)}"${dash}${cap}${this.opacity()}/>`,
    );
  }
  fillText(text: string, x: number, y: number): void {
    const { weight, size, family } = this.fontParts();
    this.elements.push(
      `<text x="${short(x)}" y="${short(y)}" text-anchor="${ANCHOR[this.textAlign] ?? 'start'}" font-size="${short(size)}" font-weight="${weight}" font-family="${escape(family)}" fill="${this.fillStyle}"${this.opacity()}>${escape(text)}</text>`,
    );
  }
  measureText(text: string): { width: number } {
    return { width: text.length * this.fontParts().size * CHARACTER };
  }

  private opacity(): string {
    return this.globalAlpha === 1 ? '' : ` opacity="${short(this.globalAlpha)}"`;
  }
  private fontParts(): { weight: string; size: number; family: string } {
    const [, weight = '400', size = '10', family = 'sans-serif'] = /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(this.font) ?? [];
    return { weight, size: Number(size), family };
  }
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
}
