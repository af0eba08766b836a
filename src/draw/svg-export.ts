/** The visible heap as an SVG document. */
import { drawDetail } from './detail-backend.ts';
import type { Frame } from './frame.ts';
import { SvgPen } from './svg-pen.ts';

export function sceneToSvg(frame: Frame): string {
  const { width, height } = frame.size;
  const pen = new SvgPen();
  drawDetail(pen, frame);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${frame.scene.theme.paper}"/>`,
    pen.content,
    '</svg>',
    '',
  ].join('\n');
}
