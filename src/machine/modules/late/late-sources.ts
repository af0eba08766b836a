/**
 * The Python of library modules that few programs import. The page fetches it for those alone: the worker's own file is
 * smaller without it.
 */
import type { LateSources } from '../../native.ts';
import { dataclassesSource } from './dataclasses.ts';
import { enumSource } from './enum.ts';
import { statisticsSource } from './statistics.ts';

export const lateSources: LateSources = {
  dataclasses: dataclassesSource,
  enum: enumSource,
  statistics: statisticsSource,
};
