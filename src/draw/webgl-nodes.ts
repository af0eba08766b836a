/**
 * The drawn objects on the card, in the order of `layout.drawn`: places, births and deaths, sent once a layout; and a byte
 * each for what cannot be told from the time alone (generation, marks, stepping back), of which changes are sent.
 */
import type { Layout } from '../layout/layout.ts';
import type { Frame } from './frame.ts';
import type { Emphasis } from './scene.ts';
import { livingTone } from './tone.ts';
import { DIMMED } from './webgl-shaders.ts';

/** No death, in journals. */
const NEVER = 2 ** 31 - 1;

export class NodeBuffers {
  private readonly vertices: WebGLVertexArrayObject;
  private readonly places: WebGLBuffer;
  private readonly lives: WebGLBuffer;
  private readonly looks: WebGLBuffer;
  private look = new Uint8Array(0);
  private layout: Layout | null = null;
  private death: Int32Array | null = null;
  private version = -1;
  private emphasis: Emphasis | null = null;

  constructor(private readonly gl: WebGL2RenderingContext) {
    this.vertices = gl.createVertexArray();
    this.places = gl.createBuffer();
    this.lives = gl.createBuffer();
    this.looks = gl.createBuffer();
    gl.bindVertexArray(this.vertices);
    for (const location of [0, 1, 2]) gl.enableVertexAttribArray(location);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.places);
    gl.vertexAttribPointer(0, 3, gl.FLOAT, false, 0, 0);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.lives);
    gl.vertexAttribIPointer(1, 4, gl.INT, 0, 0);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.looks);
    gl.vertexAttribIPointer(2, 1, gl.UNSIGNED_BYTE, 0, 0);
  }

  /** Sends what has changed, and binds. Returns how many objects there are. */
  take(frame: Frame): number {
    const { layout, moment, emphasis } = frame.scene;
    this.gl.bindVertexArray(this.vertices);
    const isOther = layout !== this.layout || moment.death !== this.death;
    if (isOther) this.sendAll(frame);
    if (isOther || moment.version !== this.version || emphasis !== this.emphasis) this.sendLooks(frame, isOther);
    this.version = moment.version;
    this.emphasis = emphasis;
    return layout.drawn.length;
  }

  private sendAll({ scene: { layout, moment } }: Frame): void {
    const { gl } = this;
    const { drawn, x, y, radius, successor } = layout;
    const places = new Float32Array(3 * drawn.length);
    const lives = new Int32Array(4 * drawn.length);
    for (let n = 0; n < drawn.length; n++) {
      const id = drawn[n];
      places[3 * n] = x[id];
      places[3 * n + 1] = y[id];
      places[3 * n + 2] = radius[id];
      lives[4 * n] = moment.birth[id];
      lives[4 * n + 1] = moment.death[id];
      lives[4 * n + 2] = successor[id] === 0 ? NEVER : moment.birth[successor[id]];
      lives[4 * n + 3] = moment.deathCause[id];
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, this.places);
    gl.bufferData(gl.ARRAY_BUFFER, places, gl.STATIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.lives);
    gl.bufferData(gl.ARRAY_BUFFER, lives, gl.STATIC_DRAW);
    this.look = new Uint8Array(drawn.length);
    this.layout = layout;
    this.death = moment.death;
  }

  private sendLooks({ scene: { layout, moment, emphasis } }: Frame, all: boolean): void {
    const { gl, look } = this;
    const { drawn } = layout;
    const { birth, death, position } = moment;
    const path = new Set(emphasis?.path ?? []);
    let first = look.length;
    let last = -1;
    for (let n = 0; n < drawn.length; n++) {
      const id = drawn[n];
      // What is not alive keeps the tone that it has: the card does not look at it.
      let next = birth[id] < position && death[id] >= position ? livingTone(moment, id) : look[n] & (DIMMED - 1);
      if (emphasis !== null && !(emphasis.ids?.has(id) ?? false) && !path.has(id)) next |= DIMMED;
      if (next === look[n]) continue;
      look[n] = next;
      if (last === -1) first = n;
      last = n;
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, this.looks);
    if (all) gl.bufferData(gl.ARRAY_BUFFER, look, gl.DYNAMIC_DRAW);
    else if (last >= first) gl.bufferSubData(gl.ARRAY_BUFFER, first, look, first, last + 1 - first);
  }
}
