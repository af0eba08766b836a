/** What just happened, in plain English: for the eye and for the screen reader. */
import type { Playhead } from '../playhead/playhead.ts';

/** Text of a line (1-based) of a file of the program, '' when unknown. */
export type SourceLine = (filename: string, line: number) => string;

/** The event that led to the playhead's position. One or two sentences. */
export declare function captionEvent(playhead: Playhead, sourceLine: SourceLine): string;
/** What happened from position `from` to the playhead's position: for steps by line and jumps. */
export declare function captionSince(playhead: Playhead, from: number, sourceLine: SourceLine): string;
