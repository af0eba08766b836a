/** The modules of the standard library that are about numbers and text. */
import type { NativeModule } from '../native.ts';
import { jsonModule } from './json.ts';
import { mathModule } from './math.ts';
import { statisticsModule } from './statistics.ts';
import { stringModule } from './string.ts';
import { textwrapModule } from './textwrap.ts';

export const numberAndTextModules: readonly NativeModule[] = [
  mathModule,
  stringModule,
  textwrapModule,
  jsonModule,
  statisticsModule,
];
