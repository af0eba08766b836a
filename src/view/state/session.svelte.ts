/**
 * One simulator on one page: the program, its run, the playhead and what is selected. Components read its getters and
 * call its verbs; nobody else changes anything. All that a link must say is in `address`.
 *
 * Longer than other files: it is the page's only writable state, and every verb needs its private fields.
 *
 * The heavy things (journal, playhead, arrangement) are plain objects behind `$state.raw`; `#tick` tells readers that the
 * state behind the playhead has changed.
 */
import { captionSince } from '../../insight/caption-since.ts';
import { labelAt } from '../../insight/label.ts';
import { Journal, MANY } from '../../journal/journal.ts';
import type { RunDelta, RunEnd } from '../../machine/run-record.ts';
import type { Layout } from '../../layout/layout.ts';
import { lessons, type Lesson } from '../../lesson/lessons.ts';
import * as navigate from '../../playhead/navigate.ts';
import type { HeapView } from '../../playhead/heap-state.ts';
import { Playhead } from '../../playhead/playhead.ts';
import type { Diagnostic } from '../../program/code.ts';
import type { Reply, Request } from '../run/protocol.ts';
import { Runner } from '../run/runner.ts';
import { RunFollower } from './run-follower.ts';
import type { Address } from './address.ts';
import type { CollectorChoice, DrawnByChoice, LayoutChoice, PythonChoice } from './choices.ts';
import type { MomentView } from '../../draw/moment-view.ts';
import { globalNames, momentView } from '../picture/moment.ts';
import { budgetFor, isFull, usualBudget, warningFor } from './build-cost.ts';
import { collectStatement } from './statements.ts';
import { countText } from '../words.ts';

/** From so many words of events on they are packed (16 MB). */
const LARGE = 4_000_000;
/** Milliseconds between two looks at a run that goes on: whoever shows it asks every object each time. */
const GLANCE = 250;

export type RunState =
  { readonly kind: 'idle' } | { readonly kind: 'running'; readonly since: number } | { readonly kind: 'arranging' };

/** How the playhead moved: decides what the caption speaks about. */
type Move = 'event' | 'stretch' | 'run';

export class Session {
  /** The text in the editor. */
  #text = $state('');
  /** The program of the current run. */
  #source = $state.raw('');
  #statements = $state.raw<readonly string[]>([]);
  #collector = $state.raw<CollectorChoice>('generational');
  #python = $state.raw<PythonChoice>('3.13');
  #layout = $state.raw<LayoutChoice>('tidy');
  #unfolded = $state.raw(false);
  #hideGhosts = $state.raw(false);
  #drawnBy = $state.raw<DrawnByChoice>('auto');

  #journal = $state.raw(new Journal());
  #playhead = $state.raw<Playhead>(undefined!);
  #arrangement = $state.raw<Layout | null>(null);
  #position = $state.raw(0);
  #previous = 0;
  #tick = $state.raw(0);
  #selection = $state.raw(0);
  #caption = $state.raw('');

  /** The next object picked is the target of a reference from `from`. */
  #picking = $state.raw<{ readonly from: number; readonly prompt: string } | null>(null);
  #shownPath = $state.raw<readonly number[] | null>(null);
  /** Counts runs of whole programs, so that a picture knows a new one. */
  #runNumber = $state.raw(0);
  /** Objects freed at or after this event are shown as just freed. */
  #freshFrom = $state.raw(0);
  #statementDiagnostic = $state.raw('');

  #run = $state.raw<RunState>({ kind: 'idle' });
  /** Arrangements of the picture that have been asked for and not come. */
  #unarranged = 0;
  #end = $state.raw<RunEnd>({ kind: 'finished' });
  #diagnostics = $state.raw<readonly Diagnostic[]>([]);
  #notice = $state.raw('');

  #playing = $state.raw(false);
  /** Where playing stops; null: at the end. */
  #playUntil: number | null = null;

  /** Statements of an opened link that wait for the program to finish, and where to go then. */
  #waiting: { statements: string[]; at: number | null; object: number } | null = null;
  /** Position to start the animation of the running statement from; null: show its end at once. */
  #animateFrom: number | null = null;

  readonly #runner = new Runner((reply) => this.#receive(reply));
  readonly #follower = new RunFollower(() => this.#glance());
  #lastGlance = 0;
  /** The journal that is being packed. */
  #packed: Journal | null = null;
  /** Somebody looks at a moment of the run that goes on: the playhead does not follow it. */
  #staying = false;

  // What single events mean in words: nobody steps by events before the first picture, beside which it is loaded.
  #events: typeof import('../../insight/caption.ts') | null = null;

  constructor() {
    this.#playhead = new Playhead(this.#journal);
    void import('../../insight/caption.ts').then((loaded) => (this.#events = loaded));
  }

  // ------------------------------------------------------------------------------------------------ what there is

  get text(): string {
    return this.#text;
  }
  get source(): string {
    return this.#source;
  }
  get statements(): readonly string[] {
    return this.#statements;
  }
  get collector(): CollectorChoice {
    return this.#collector;
  }
  get python(): PythonChoice {
    return this.#python;
  }
  get layout(): LayoutChoice {
    return this.#layout;
  }
  get unfolded(): boolean {
    return this.#unfolded;
  }
  get hideGhosts(): boolean {
    return this.#hideGhosts;
  }
  get drawnBy(): DrawnByChoice {
    return this.#drawnBy;
  }
  get journal(): Journal {
    void this.#tick;
    return this.#journal;
  }
  /**
   * The heap at the playhead: a live view, to be read now. A new object after every move, in front of the playhead's one
   * state: readers are told of a change by getting something else.
   */
  readonly heap: HeapView = $derived.by(() => {
    void this.#tick;
    return Object.create(this.#playhead.state) as HeapView;
  });
  get arrangement(): Layout | null {
    return this.#arrangement;
  }
  get position(): number {
    return this.#position;
  }
  get length(): number {
    void this.#tick;
    return this.#journal.eventCount;
  }
  get atEnd(): boolean {
    return this.#position === this.length;
  }
  get selection(): number {
    return this.#selection;
  }
  get shownPath(): readonly number[] | null {
    return this.#shownPath;
  }
  get caption(): string {
    return this.#caption;
  }
  /** The moment at the playhead, for pictures and lists. */
  readonly moment: MomentView = $derived.by(() =>
    momentView(this.heap, {
      version: this.#tick,
      freshFrom: this.#freshFrom,
      isCounted: this.#collector !== 'mark-sweep',
      showGhosts: !this.#hideGhosts,
    }),
  );
  /** Names of the global variables now. */
  readonly globals: ReadonlySet<string> = $derived.by(() => globalNames(this.heap));
  /** Live objects of the program, without the machinery. */
  readonly liveCount: number = $derived(this.journal.liveObjectsAt(this.position));
  readonly liveSummary: string = $derived(`${countText(this.liveCount)} live objects`);
  /** Where the program is: a line of the program itself, 0 while a statement runs or nothing does. */
  readonly programPlace: { readonly line: number } = $derived.by(() => {
    const place = this.journal.placeAt(this.#position);
    const code = place === null ? undefined : this.#journal.codes.get(place.code);
    return { line: place !== null && code?.filename === 'main.py' ? place.line : 0 };
  });
  get runNumber(): number {
    return this.#runNumber;
  }
  get picking(): { readonly from: number; readonly prompt: string } | null {
    return this.#picking;
  }
  get statementDiagnostic(): string {
    return this.#statementDiagnostic;
  }
  get run(): RunState {
    return this.#run;
  }
  get end(): RunEnd {
    return this.#end;
  }
  /** Problems of the text in the editor, found when it was to run. */
  get programDiagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }
  /** The page holds as much as it should: a run that its budget stopped does not go on. */
  get full(): boolean {
    void this.#tick;
    return isFull(this.#journal.events.wordCount, this.#journal.idLimit);
  }
  get notice(): string {
    return this.#notice;
  }
  get playing(): boolean {
    return this.#playing;
  }
  get edited(): boolean {
    return this.#text !== this.#source;
  }
  get lesson(): Lesson | null {
    return lessons.find((lesson) => lesson.source === this.#source) ?? null;
  }
  /** Everything that makes this picture. */
  get address(): Address {
    const lesson = this.lesson;
    return {
      ...(lesson !== null ? { lesson: lesson.id } : { source: this.#source }),
      ...(this.#statements.length > 0 ? { statements: this.#statements } : {}),
      ...(this.#collector !== 'generational' ? { collector: this.#collector } : {}),
      ...(this.#python !== '3.13' ? { python: this.#python } : {}),
      ...(this.#layout !== 'tidy' ? { layout: this.#layout } : {}),
      ...(this.#unfolded ? { unfolded: true } : {}),
      ...(this.#hideGhosts ? { hideGhosts: true } : {}),
      ...(this.#drawnBy !== 'auto' ? { drawnBy: this.#drawnBy } : {}),
      ...(this.atEnd ? {} : { at: this.#position }),
      ...(this.#selection !== 0 ? { object: this.#selection } : {}),
    };
  }

  // ------------------------------------------------------------------------------------------------ running

  /** Makes the picture that an address describes. */
  open(address: Address): void {
    const lesson = lessons.find((each) => each.id === address.lesson);
    if (address.lesson !== undefined && lesson === undefined) {
      this.#notice = `There is no lesson “${address.lesson}”, so the page opened on its usual program; pick one from the list.`;
    }
    this.#collector = address.collector ?? 'generational';
    this.#python = address.python ?? '3.13';
    this.#layout = address.layout ?? 'tidy';
    this.#unfolded = address.unfolded ?? false;
    this.#hideGhosts = address.hideGhosts ?? false;
    this.#drawnBy = address.drawnBy ?? 'auto';
    this.#text = address.source ?? (lesson ?? lessons[0]).source;
    this.start();
    this.#waiting = {
      statements: [...(address.statements ?? [])],
      at: address.at ?? null,
      object: address.object ?? 0,
    };
  }

  setText(text: string): void {
    this.#text = text;
    if (this.#diagnostics.length > 0) this.#diagnostics = [];
  }

  /** Runs the program in the editor from the beginning. What is shown stays until the first of the new run arrives. */
  start(): void {
    this.#waiting = null;
    this.#animateFrom = null;
    this.#follower.stop();
    this.pause();
    const warning = warningFor(this.#text);
    if (warning !== '') this.#notice = warning;
    this.#pending = { source: this.#text };
    this.#run = { kind: 'running', since: performance.now() };
    this.#unarranged = 0;
    this.#ask({
      kind: 'run',
      source: this.#text,
      python: this.#python,
      collector: this.#collector,
      budget: budgetFor(this.#text),
      arrange: this.#arrangeOptions(),
    });
  }

  /** Sends a request that ends with an arrangement of the picture, if it is not refused. */
  #ask(request: Request): void {
    this.#unarranged++;
    this.#runner.send(request);
  }

  /** A run that has been asked for and of which nothing has arrived yet. */
  #pending: { source: string } | null = null;

  /** Runs one more statement on the live heap. `animate`: show it happen instead of its outcome. */
  execute(statement: string, animate = true): void {
    if (this.#run.kind === 'running') return;
    this.pause();
    this.#statementDiagnostic = '';
    this.#picking = null;
    this.#statements = [...this.#statements, statement];
    this.#animateFrom = animate ? this.#journal.eventCount : null;
    this.#staying = false;
    this.#run = { kind: 'running', since: performance.now() };
    this.#ask({
      kind: 'statement',
      source: statement,
      budget: budgetFor(statement),
      arrange: this.#arrangeOptions(),
    });
  }

  /** gc.collect(), with an import where the program has none. */
  collect(): void {
    this.execute(collectStatement(/^\s*import\b.*\bgc\b/m.test(this.#source + '\n' + this.#statements.join('\n'))));
  }

  /** Goes on with a run that its budget stopped. */
  continue(): void {
    if (this.#end.kind !== 'stopped' || this.#run.kind === 'running' || this.full) return;
    this.#run = { kind: 'running', since: performance.now() };
    this.#ask({ kind: 'continue', budget: usualBudget, arrange: this.#arrangeOptions() });
  }

  cancel(): void {
    if (this.#run.kind === 'running') this.#runner.send({ kind: 'cancel' });
  }

  setCollector(collector: CollectorChoice): void {
    if (collector === this.#collector) return;
    this.#collector = collector;
    this.start();
  }

  setPython(python: PythonChoice): void {
    if (python === this.#python) return;
    this.#python = python;
    this.start();
  }

  setLayout(layout: LayoutChoice, unfolded = this.#unfolded): void {
    this.#layout = layout;
    this.#unfolded = unfolded;
    if (this.#run.kind === 'idle') this.#run = { kind: 'arranging' };
    this.#ask({ kind: 'arrange', arrange: this.#arrangeOptions() });
  }

  setHideGhosts(hide: boolean): void {
    this.#hideGhosts = hide;
    this.#tick++;
  }

  setDrawnBy(drawnBy: DrawnByChoice): void {
    this.#drawnBy = drawnBy;
  }

  dismissNotice(): void {
    this.#notice = '';
  }

  say(notice: string): void {
    this.#notice = notice;
  }

  #arrangeOptions() {
    return { layout: this.#layout, fold: !this.#unfolded };
  }

  #receive(reply: Reply): void {
    switch (reply.kind) {
      case 'refused':
        this.#unarranged = Math.max(0, this.#unarranged - 1);
        this.#run = { kind: 'idle' };
        // Nothing of it ran: a statement leaves the transcript again, a program leaves the last picture standing.
        if (this.#pending === null) {
          this.#statementDiagnostic = reply.diagnostics[0]?.message ?? 'The statement could not be read.';
          this.#statements = this.#statements.slice(0, -1);
        } else this.#diagnostics = reply.diagnostics;
        this.#pending = null;
        this.#waiting = null;
        break;
      case 'delta':
        this.#take(reply.delta, reply.last);
        break;
      case 'arranged':
        if (reply.layout !== null) this.#arrangement = reply.layout;
        this.#unarranged = Math.max(0, this.#unarranged - 1);
        if (this.#run.kind === 'arranging') this.#rest();
        break;
      case 'warmed':
        break;
      case 'failed':
        this.#follower.stop();
        this.#unarranged = 0;
        this.#run = { kind: 'idle' };
        this.#pending = null;
        this.#notice = `Heapglass itself made a mistake (${reply.message}); what was recorded is still here, and a new run starts afresh.`;
        break;
    }
  }

  #take(delta: RunDelta, last: boolean): void {
    if (this.#pending !== null) {
      this.#source = this.#pending.source;
      this.#pending = null;
      this.#statements = [];
      this.#follower.stop();
      this.#runner.reuse(this.#journal.events.giveAway());
      this.#journal = new Journal(MANY);
      this.#playhead = new Playhead(this.#journal);
      this.#arrangement = null;
      this.#position = 0;
      this.#previous = 0;
      this.#selection = 0;
      this.#diagnostics = [];
      this.#statementDiagnostic = '';
      this.#picking = null;
      this.#runNumber++;
      this.#staying = false;
    }
    this.#journal.append(delta);
    this.#end = delta.end;
    this.#pack();
    if (this.#animateFrom !== null) {
      // The playhead stays: what the statement did is played from here.
      this.#tick++;
      if (last) this.#arrived();
      return;
    }
    if (last || !this.#staying)
      this.#follower.follow(this.#playhead, this.#journal.eventCount, last ? () => this.#arrived() : null);
    if (!last) this.#glance();
  }

  /** Keeps the events of a large run in little memory while nobody needs them. */
  #pack(): void {
    const journal = this.#journal;
    if (journal === this.#packed || journal.events.wordCount < LARGE) return;
    this.#packed = journal;
    const run = {
      journal,
      isShown: () => this.#packed === journal && this.#journal === journal,
      isAtRest: () => this.#run.kind === 'idle',
      position: () => this.#playhead.position,
    };
    // What a further statement adds is packed in its turn.
    const end = (): void => {
      if (this.#packed === journal) this.#packed = null;
    };
    void import('./packing.ts').then(({ packRun }) => packRun(run)).then(end, end);
  }

  /** Shows how far the run is, now and then. */
  #glance(): void {
    const now = performance.now();
    if (now - this.#lastGlance < GLANCE) return;
    this.#lastGlance = now;
    // In a task of its own: what came before it has taken its time.
    setTimeout(() => {
      if (this.#run.kind !== 'running') return;
      this.#position = this.#freshFrom = this.#playhead.position;
      this.#tick++;
    });
  }

  /** Nothing runs; the picture may still have to follow. */
  #rest(): void {
    this.#run = { kind: this.#unarranged > 0 ? 'arranging' : 'idle' };
  }

  /** The run, or the statement, is over: carries on with an opened link, or shows what happened. */
  #arrived(): void {
    this.#rest();
    const waiting = this.#waiting;
    if (waiting !== null) {
      const next = waiting.statements.shift();
      if (next !== undefined) return this.execute(next, false);
      this.#waiting = null;
      this.#move(waiting.at ?? this.length, 'run');
      if (waiting.object > 0) this.#openSelection(waiting.object);
      return;
    }
    if (this.#animateFrom !== null && this.#animateFrom < this.length) {
      this.#move(this.#animateFrom, 'run');
      this.play(this.length);
    } else {
      this.#move(this.length, 'run');
    }
  }

  #openSelection(id: number): void {
    const known =
      id >= this.#journal.programStart && id < this.#journal.idLimit && this.#journal.objects.kind[id] !== 0;
    if (known) this.select(id);
    else this.#notice = `The link selects object ${id}, which this run does not have; nothing is selected.`;
  }

  // ------------------------------------------------------------------------------------------------ time

  /** Goes to a position, from wherever. */
  seek(position: number): void {
    this.pause();
    this.#move(position, 'stretch');
  }
  toStart(): void {
    this.seek(0);
  }
  toEnd(): void {
    this.seek(this.length);
  }
  stepLine(): void {
    this.#stepTo(navigate.nextLine(this.#journal, this.#position) ?? this.length);
  }
  stepLineBack(): void {
    this.#stepTo(navigate.previousLine(this.#journal, this.#position) ?? 0);
  }
  stepEvent(): void {
    this.#stepTo(navigate.nextEvent(this.#journal, this.#position) ?? this.length, 'event');
  }
  stepEventBack(): void {
    this.#stepTo(navigate.previousEvent(this.#journal, this.#position) ?? 0, 'event');
  }
  nextFree(): void {
    this.#jump(navigate.nextFree(this.#journal, this.#position), 'No object is freed after this moment.');
  }
  previousFree(): void {
    this.#jump(navigate.previousFree(this.#journal, this.#position), 'No object was freed before this moment.');
  }
  nextCollection(): void {
    this.#jump(navigate.nextCollection(this.#journal, this.#position), 'No collection starts after this moment.');
  }
  previousCollection(): void {
    this.#jump(navigate.previousCollection(this.#journal, this.#position), 'No collection started before this moment.');
  }
  nextChange(): void {
    if (this.#selection === 0) return this.say('Select an object first: then this goes to its next change.');
    this.#jump(
      navigate.nextChangeOf(this.#journal, this.#selection, this.#position),
      'The selected object does not change after this moment.',
    );
  }
  previousChange(): void {
    if (this.#selection === 0) return this.say('Select an object first: then this goes to its change before.');
    this.#jump(
      navigate.previousChangeOf(this.#journal, this.#selection, this.#position),
      'The selected object did not change before this moment.',
    );
  }

  play(until: number | null = null): void {
    if (this.length === 0) return;
    if (until === null && this.atEnd) this.#move(0, 'run');
    this.#playUntil = until;
    this.#playing = true;
  }
  pause(): void {
    this.#playing = false;
    this.#playUntil = null;
  }
  /** Where playing stops. */
  get playEnd(): number {
    return this.#playUntil ?? this.length;
  }
  /** True while a statement's own events are played, false while the whole run is. */
  get playingStatement(): boolean {
    return this.#playUntil !== null;
  }
  /** One step of playing: the playback clock calls it. Stops by itself. */
  playTo(position: number): void {
    const end = this.playEnd;
    if (position >= end) {
      const statement = this.#playUntil !== null;
      this.#move(end, 'stretch');
      this.pause();
      if (statement) this.#caption = this.#captionOfStatement();
    } else this.#move(position, this.#playUntil === null ? 'stretch' : 'event');
  }

  /** Puts a question to the playhead that may move it; afterwards it stands where it stood. */
  ask<Answer>(question: (playhead: Playhead) => Answer): Answer {
    try {
      return question(this.#playhead);
    } finally {
      this.#playhead.seek(this.#position);
    }
  }

  /** Goes to a position where somebody wants to look: the event that leads there is what there is to say. */
  stopAt(position: number): void {
    if (position !== this.#position) this.#stepTo(position, 'event');
  }

  #stepTo(position: number, move: Move = 'stretch'): void {
    this.pause();
    this.#move(position, move);
  }

  #jump(position: number | null, otherwise: string): void {
    this.pause();
    if (position === null) this.#notice = otherwise;
    else this.#move(position, 'event');
  }

  #move(position: number, move: Move): void {
    if (this.#run.kind === 'running') {
      this.#follower.stop();
      this.#staying = true;
    }
    const to = Math.max(0, Math.min(position, this.#journal.eventCount));
    this.#previous = this.#position;
    this.#playhead.seek(to);
    // Forwards, what died on the way is fresh; backwards, nothing is.
    this.#freshFrom = move !== 'run' && to > this.#previous ? this.#previous : to;
    this.#position = to;
    this.#tick++;
    if (move === 'event' && this.#events !== null)
      this.#caption = this.#events.captionEvent(this.#playhead, this.sourceLine);
    else if (move === 'run') this.#caption = this.#captionOfStatement();
    else this.#caption = captionSince(this.#playhead, Math.min(this.#previous, to), this.sourceLine);
  }

  #captionOfStatement(): string {
    const statement = this.#journal.statementAt(this.#position);
    if (statement === null) return '';
    // The program as a whole has no line to speak of, a statement has its first.
    const first = statement.index === 0 ? 0 : (navigate.nextLine(this.#journal, statement.startEvent) ?? 0);
    return captionSince(this.#playhead, Math.min(first, this.#position), this.sourceLine);
  }

  /** Text of a line of the program or of a statement. */
  readonly sourceLine = (filename: string, line: number): string => {
    const statement = this.#journal.statements.find((each) => each.filename === filename);
    return statement?.source.split('\n')[line - 1]?.trim() ?? '';
  };

  // ------------------------------------------------------------------------------------------------ selection

  select(id: number): void {
    this.#selection = id;
  }

  /** An object was pointed at: selects it, or makes it the target of the reference that is being made. */
  pick(id: number): void {
    const picking = this.#picking;
    this.#picking = null;
    if (picking === null || id === 0) this.select(id);
    else void this.link(picking.from, id);
  }

  /** The next object picked is what `from` shall refer to. */
  beginLink(from: number): void {
    this.#picking = { from, prompt: `what ${labelAt(this.heap, from)} shall refer to` };
  }

  /** Makes `from` refer to `to`, as its `parent` where it has none yet, else as `link`. */
  async link(from: number, to: number): Promise<void> {
    if (!this.atEnd) this.toEnd();
    const { linkBetween } = await import('./link.ts');
    const answer = linkBetween(this.heap, from, to);
    if ('notice' in answer) this.#notice = answer.notice;
    else this.execute(answer.statement);
  }

  /** Lights a path of objects in the picture, from its root on; null: none. */
  showPath(path: readonly number[] | null): void {
    this.#shownPath = path;
  }

  /** Gives up what is being picked, then what is selected. */
  escape(): void {
    if (this.#picking !== null) this.#picking = null;
    else this.#selection = 0;
  }

  /** Ends what runs in the background; the session is of no use afterwards. */
  destroy(): void {
    this.pause();
    this.#follower.stop();
    this.#runner.end();
    this.#packed = null;
  }
}
