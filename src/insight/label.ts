/** The names of things at a moment: objects, their values, their slots. */
export { cellTextAt, labelAt, valueTextAt } from './object-label.ts';
export { slotNameAt } from './slot-name.ts';
