/**
 * The shaders of the WebGL2 backend: they write the same pixels as pixel-nodes.ts and pixels.ts. Whether an object is
 * alive, freed or a ghost is worked out on the card from its birth and death, so that another moment is one number.
 */
import { GHOST_SIZE } from './ghost-mark.ts';
import { RING_FROM } from './stamps.ts';
import { Tone, TONES } from './tone.ts';

/** A triangle that covers the canvas. */
export const edgeVertices = `#version 300 es
void main() {
  gl_Position = vec4(vec2(gl_VertexID % 2, gl_VertexID / 2) * 4.0 - 1.0, 0.0, 1.0);
}`;

/** The layer of edges, scaled and moved; nearest neighbour, as copyMoved. */
export const edgeFragments = `#version 300 es
precision highp float;
precision highp sampler2D;
uniform sampler2D edges;
uniform vec2 size;
uniform vec3 moved; // dx, dy, scale
uniform vec4 paper;
out vec4 pixel;
void main() {
  vec2 at = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y);
  ivec2 texel = ivec2(floor((at - moved.xy) / moved.z));
  ivec2 all = textureSize(edges, 0);
  bool isInside = texel.x >= 0 && texel.y >= 0 && texel.x < all.x && texel.y < all.y;
  pixel = isInside ? texelFetch(edges, texel, 0) : paper;
}`;

/** Bit of `look` that says that an object steps back. */
export const DIMMED = 128;

export const nodeVertices = `#version 300 es
precision highp float;
precision highp int;
layout(location = 0) in vec3 place; // x, y, radius in world units
layout(location = 1) in ivec4 life; // birth, death, birth of who takes the place over, cause of death
layout(location = 2) in uint look; // the tone while it is alive, and DIMMED
uniform vec3 camera; // x, y, k
uniform vec2 size;
uniform int position;
uniform int freshFrom;
uniform bool showGhosts;
uniform bool hotOnes;
uniform vec4 colours[${2 * TONES}];
flat out vec4 colour;
flat out vec3 shape; // radius, width of the ring, side of the point
void main() {
  int tone = ${Tone.ABSENT};
  if (life.x < position) {
    if (life.y >= position) tone = int(look & ${DIMMED - 1}u);
    else if (life.z >= position) {
      bool isFresh = life.y >= freshFrom;
      if (isFresh || showGhosts) tone = (isFresh ? ${Tone.FRESH} : ${Tone.GHOST}) + clamp(life.w - 1, 0, 2);
    }
  }
  bool isDead = tone >= ${Tone.FRESH};
  bool isHot = tone == ${Tone.DYING} || tone == ${Tone.CONDEMNED} || (isDead && tone < ${Tone.GHOST});
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = 1.0;
  colour = vec4(0.0);
  shape = vec3(0.0);
  if (tone == ${Tone.ABSENT} || isHot != hotOnes) return;
  bool isDim = (look & ${DIMMED}u) != 0u && !isHot;
  colour = colours[isDim ? tone + ${TONES} : tone];
  vec2 corner = floor(place.xy * camera.z + camera.xy);
  float r = place.z * camera.z * (isDead ? ${GHOST_SIZE} : 1.0);
  float side = 1.0;
  float ring = 4e9; // wider than any radius: a disc
  vec2 middle = corner + 0.5;
  if (isHot && r < 1.2) {
    side = 2.0;
    middle = corner + 1.0;
    r = 1e9;
  } else if (r < 0.8) r = 1e9;
  else {
    r = max(0.5, floor(r * 4.0 + 0.5) / 4.0);
    side = 2.0 * ceil(r) + 1.0;
    if (isDead && !isHot && r >= ${RING_FROM}) ring = max(max(1.0, r * 0.28), r * (4.0 - r) / ${(4 - RING_FROM).toFixed(1)});
  }
  shape = vec3(r, ring, side);
  gl_PointSize = side;
  gl_Position = vec4(middle.x / size.x * 2.0 - 1.0, 1.0 - middle.y / size.y * 2.0, 0.0, 1.0);
}`;

export const nodeFragments = `#version 300 es
precision highp float;
flat in vec4 colour;
flat in vec3 shape;
out vec4 pixel;
void main() {
  float away = length((gl_PointCoord - 0.5) * shape.z);
  float disc = clamp(shape.x - away + 0.5, 0.0, 1.0);
  float hole = clamp(shape.x - shape.y - away + 0.5, 0.0, 1.0);
  pixel = vec4(colour.rgb, disc - hole);
}`;
