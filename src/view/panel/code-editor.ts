/** CodeMirror with Python, for the program: a plain object that the component feeds. Loaded after the first picture. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, keymap, lineNumbers, type DecorationSet } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Diagnostic } from '../../program/code.ts';
import { breakpointGutter, markedLines, setBreakpoints } from './breakpoint-gutter.ts';

export interface CodeEditor {
  setText(text: string): void;
  /** 1-based; 0: none. */
  setCurrentLine(line: number): void;
  /** 1-based lines, ascending. */
  setBreakpoints(lines: readonly number[]): void;
  setDiagnostics(diagnostics: readonly Diagnostic[]): void;
  setDark(dark: boolean): void;
  focus(): void;
  /** Puts the cursor on a line, 1-based, and shows it. */
  showLine(line: number): void;
  /** Puts the cursor at an offset and shows it. */
  show(offset: number): void;
  destroy(): void;
}

const setLine = StateEffect.define<number>();
const currentLine = Decoration.line({ class: 'current-line', attributes: { 'data-current-line': 'true' } });

const lineField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setLine)) continue;
      const known = effect.value >= 1 && effect.value <= transaction.state.doc.lines;
      next = known
        ? Decoration.set([currentLine.range(transaction.state.doc.line(effect.value).from)])
        : Decoration.none;
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--number)' },
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: tags.definition(tags.function(tags.variableName)), fontWeight: '600' },
  { tag: tags.definition(tags.className), fontWeight: '600' },
]);

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--quiet)', border: 'none' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.current-line': { backgroundColor: 'var(--mark)', boxShadow: 'inset 3px 0 0 var(--accent)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'var(--accent-wash)' },
  '.cm-tooltip': { backgroundColor: 'var(--raised)', borderColor: 'var(--line)', color: 'var(--ink)' },
});

/** An editor's state, read and parsed; the function that is returned shows it. */
export function prepareEditor(
  text: string,
  dark: boolean,
  hear: {
    readonly onText: (text: string) => void;
    readonly onRun: () => void;
    /** A breakpoint is wanted on a line, or no longer. */
    readonly onBreakpoint: (line: number) => void;
    /** Lines with breakpoints have moved with the text. */
    readonly onMoved: (lines: readonly number[]) => void;
  },
): (parent: HTMLElement) => CodeEditor {
  const darkness = new Compartment();
  const state = EditorState.create({
    doc: text,
    extensions: [
      breakpointGutter(hear.onBreakpoint),
      lineNumbers(),
      history(),
      drawSelection(),
      bracketMatching(),
      indentUnit.of('    '),
      python(),
      syntaxHighlighting(colours),
      lineField,
      look,
      darkness.of(EditorView.theme({}, { dark })),
      EditorView.contentAttributes.of({ 'aria-label': 'Program text' }),
      keymap.of([
        { key: 'Mod-Enter', run: () => (hear.onRun(), true) },
        // Tab indents; Escape first, then Tab, leaves the editor (CodeMirror's own way out).
        indentWithTab,
        ...defaultKeymap,
        ...historyKeymap,
      ]),
      EditorView.updateListener.of((update) => {
        if (!update.docChanged) return;
        hear.onText(update.state.doc.toString());
        const lines = markedLines(update.state);
        if (String(lines) !== String(markedLines(update.startState))) hear.onMoved(lines);
      }),
    ],
  });
  return (parent) => editorIn(new EditorView({ parent, state }), darkness, dark);
}

function editorIn(view: EditorView, darkness: Compartment, dark: boolean): CodeEditor {
  // The box that scrolls must be reachable by keyboard even before its text is.
  view.scrollDOM.tabIndex = 0;
  let shownLine = 0;
  let marked = false;
  let isDark = dark;
  const show = (offset: number): void => {
    const at = Math.min(offset, view.state.doc.length);
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    view.focus();
  };
  return {
    show,
    focus: () => view.focus(),
    showLine(line) {
      if (line <= view.state.doc.lines) show(view.state.doc.line(line).from);
    },
    setText(next) {
      if (next !== view.state.doc.toString()) {
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
      }
    },
    setCurrentLine(line) {
      if (line === shownLine) return;
      shownLine = line;
      view.dispatch({ effects: setLine.of(line) });
      if (line >= 1 && line <= view.state.doc.lines) keepInSight(view, view.state.doc.line(line).from);
    },
    setBreakpoints(lines) {
      if (String(lines) !== String(markedLines(view.state))) view.dispatch({ effects: setBreakpoints.of(lines) });
    },
    setDiagnostics(diagnostics) {
      // The first marks bring the whole linter in, which takes a while: not for a program without problems.
      if (!marked && diagnostics.length === 0) return;
      marked = true;
      const length = view.state.doc.length;
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.map((each) => ({
            from: Math.min(each.from, length),
            to: Math.min(Math.max(each.to, each.from), length),
            severity: 'error' as const,
            message: each.message,
          })),
        ),
      );
    },
    setDark(dark) {
      if (dark === isDark) return;
      isDark = dark;
      view.dispatch({ effects: darkness.reconfigure(EditorView.theme({}, { dark })) });
    },
    destroy() {
      view.destroy();
    },
  };
}

const MARGIN = 60;

/**
 * Scrolls the editor's own box, no further than needed. CodeMirror's scrollIntoView scrolls the page as well, which on a
 * phone takes the reader away from the graph at every step.
 */
function keepInSight(view: EditorView, offset: number): void {
  // Before the first measuring, heights of lines are guesses.
  view.requestMeasure({
    key: keepInSight,
    read: () => view.lineBlockAt(Math.min(offset, view.state.doc.length)),
    write: ({ top, bottom }) => {
      const box = view.scrollDOM;
      const margin = Math.min(MARGIN, box.clientHeight / 3);
      if (top - margin < box.scrollTop) box.scrollTop = top - margin;
      else if (bottom + margin > box.scrollTop + box.clientHeight) box.scrollTop = bottom + margin - box.clientHeight;
    },
  });
}
