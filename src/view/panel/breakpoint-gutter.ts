/** The gutter of the editor that holds breakpoints: click it, or press F9 on a line. They move with the text. */
import { type EditorState, type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { EditorView, gutter, GutterMarker, keymap } from '@codemirror/view';

/** 1-based lines, ascending; lines beyond the text are left out. */
export const setBreakpoints = StateEffect.define<readonly number[]>();

class Dot extends GutterMarker {
  override toDOM(): HTMLElement {
    const dot = document.createElement('span');
    dot.className = 'breakpoint-dot';
    return dot;
  }
}
const dot = new Dot();

const field = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setBreakpoints)) continue;
      const { doc } = transaction.state;
      const lines = effect.value.filter((line) => line >= 1 && line <= doc.lines);
      next = RangeSet.of(lines.map((line) => dot.range(doc.line(line).from)));
    }
    return next;
  },
});

/** Lines that have a breakpoint, ascending. */
export function markedLines(state: EditorState): number[] {
  const lines = new Set<number>();
  for (const marks = state.field(field).iter(); marks.value !== null; marks.next())
    lines.add(state.doc.lineAt(marks.from).number);
  return [...lines];
}

const look = EditorView.theme({
  '.cm-breakpoints': { width: '16px', cursor: 'pointer' },
  '.cm-breakpoints .cm-gutterElement': { display: 'grid', placeItems: 'center' },
  '.cm-breakpoints .cm-gutterElement:hover': { boxShadow: 'inset 0 0 0 1px var(--line)', borderRadius: '4px' },
  '.breakpoint-dot': {
    width: '10px',
    height: '10px',
    borderRadius: '50%',
    backgroundColor: 'var(--danger)',
  },
});

/** `onToggle` is told the line, 1-based, whose breakpoint is to be set or taken away. */
export function breakpointGutter(onToggle: (line: number) => void): Extension {
  return [
    field,
    look,
    gutter({
      class: 'cm-breakpoints',
      markers: (view) => view.state.field(field),
      renderEmptyElements: true,
      domEventHandlers: {
        mousedown: (view, block) => (onToggle(view.state.doc.lineAt(block.from).number), true),
      },
    }),
    keymap.of([
      {
        key: 'F9',
        run: ({ state }) => (onToggle(state.doc.lineAt(state.selection.main.head).number), true),
      },
    ]),
  ];
}
