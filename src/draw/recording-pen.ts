/** A pen that writes down what it is told: drawing without pixels, for tests. */
import type { Pen } from './pen.ts';

export interface Stroke {
  readonly kind: 'fill' | 'stroke';
  readonly colour: string;
  readonly dash: readonly number[];
  readonly alpha: number;
  /** `M 0 0`, `L 10 0`, `C …`, `Q …`, `O x y radius`, `Z` */
  readonly path: readonly string[];
}
export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly font: string;
}

export class RecordingPen implements Pen {
  fillStyle = '#000000';
  strokeStyle = '#000000';
  lineWidth = 1;
  lineCap: CanvasLineCap = 'butt';
  lineJoin: CanvasLineJoin = 'miter';
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  readonly record: (Stroke | Text)[] = [];
  private path: string[] = [];
  private dash: readonly number[] = [];

  get texts(): Text[] {
    return this.record.filter((entry): entry is Text => entry.kind === 'text');
  }
  get strokes(): Stroke[] {
    return this.record.filter((entry): entry is Stroke => entry.kind === 'stroke');
  }
  get fills(): Stroke[] {
    return this.record.filter((entry): entry is Stroke => entry.kind === 'fill');
  }

  beginPath(): void {
    this.path = [];
  }
  closePath(): void {
    this.path.push('Z');
  }
  moveTo(x: number, y: number): void {
    this.add('M', x, y);
  }
  lineTo(x: number, y: number): void {
    this.add('L', x, y);
  }
  bezierCurveTo(...points: [number, number, number, number, number, number]): void {
    this.add('C', ...points);
  }
  quadraticCurveTo(...points: [number, number, number, number]): void {
    this.add('Q', ...points);
  }
  arc(x: number, y: number, radius: number): void {
    this.add('O', x, y, radius);
  }
  setLineDash(dash: number[]): void {
    this.dash = dash;
  }
  fill(): void {
    this.end('fill', this.fillStyle);
  }
  stroke(): void {
    this.end('stroke', this.strokeStyle);
  }
  fillText(text: string, x: number, y: number): void {
    this.record.push({ kind: 'text', text, x, y, colour: this.fillStyle, font: this.font });
  }
  measureText(text: string): { width: number } {
    return { width: text.length * 0.6 * Number(/([\d.]+)px/.exec(this.font)?.[1] ?? 10) };
  }

  private add(letter: string, ...numbers: number[]): void {
    this.path.push([letter, ...numbers.map((n) => Math.round(n * 100) / 100)].join(' '));
  }
  private end(kind: 'fill' | 'stroke', colour: string): void {
    if (this.path.length === 0) return;
    this.record.push({ kind, colour, dash: this.dash, alpha: this.globalAlpha, path: this.path });
  }
}
