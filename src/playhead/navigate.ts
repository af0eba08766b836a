/**
 * Where to go from a position: pure questions to the journal. Each answers with a position, or null when there is
 * none in that direction.
 */
import type { Journal } from '../journal/journal.ts';

/** The line before (`previous`) or after (`next`) which control reaches: position just as a user line begins. */
export declare function nextLine(journal: Journal, from: number): number | null;
export declare function previousLine(journal: Journal, from: number): number | null;
/** As nextLine, but lines of calls made from here are passed over. */
export declare function nextLineOver(journal: Journal, from: number): number | null;
/** The next line of the caller. */
export declare function nextLineOut(journal: Journal, from: number): number | null;
/** After the next event that changes the picture; pure traffic of the value stack is skipped unless `all`. */
export declare function nextEvent(journal: Journal, from: number, all?: boolean): number | null;
export declare function previousEvent(journal: Journal, from: number, all?: boolean): number | null;
export declare function nextFree(journal: Journal, from: number): number | null;
export declare function previousFree(journal: Journal, from: number): number | null;
/** Just after the start of the next collection. */
export declare function nextCollection(journal: Journal, from: number): number | null;
export declare function previousCollection(journal: Journal, from: number): number | null;
/** Just after the next change of phase (start and end of a collection included). */
export declare function nextPhase(journal: Journal, from: number): number | null;
export declare function previousPhase(journal: Journal, from: number): number | null;
/** After the next event that touches the object. */
export declare function nextChangeOf(journal: Journal, id: number, from: number): number | null;
export declare function previousChangeOf(journal: Journal, id: number, from: number): number | null;
