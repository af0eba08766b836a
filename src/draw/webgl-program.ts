/** A linked pair of shaders, and where its uniforms are. */
export interface Uniforms {
  readonly program: WebGLProgram;
  readonly at: (name: string) => WebGLUniformLocation | null;
}

/** Throws with the driver's own words when it refuses a shader; a lost context refuses nothing. */
export function uniformsOf(gl: WebGL2RenderingContext, vertices: string, fragments: string): Uniforms {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertices],
    [gl.FRAGMENT_SHADER, fragments],
  ] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.isContextLost() && !gl.getProgramParameter(program, gl.LINK_STATUS)) {
    const logs = (gl.getAttachedShaders(program) ?? []).map((shader) => gl.getShaderInfoLog(shader));
    throw new Error(`the driver refused a shader: ${[gl.getProgramInfoLog(program), ...logs].join(' ')}`);
  }
  const known = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    at(name) {
      let location = known.get(name);
      if (location === undefined) known.set(name, (location = gl.getUniformLocation(program, name)));
      return location;
    },
  };
}
