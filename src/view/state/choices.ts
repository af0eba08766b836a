/** What a person can choose between, by the names that addresses use. */
import type { DrawnBy } from '../../draw/overview-backend.ts';
import { layoutNames, type LayoutName } from '../../layout/layout.ts';

export const collectorChoices = ['generational', 'refcount', 'mark-sweep'] as const;
export type CollectorChoice = (typeof collectorChoices)[number];
export const pythonChoices = ['3.11', '3.12', '3.13', '3.14.2', '3.14', '3.15'] as const;
export type PythonChoice = (typeof pythonChoices)[number];
export const layoutChoices = layoutNames;
export type LayoutChoice = LayoutName;
export const drawnByChoices = ['auto', 'card', 'processor'] as const satisfies readonly DrawnBy[];
export type DrawnByChoice = DrawnBy;
