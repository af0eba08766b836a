/** Statements → Python source. */
import type { Choice, Kind, Statement, Template, Templates } from './template.ts';
import { preludeFor } from './prelude.ts';

interface Scope {
  /** Names bound here. */
  readonly names: Map<string, Kind>;
  /** Those of them that no statement unbinds: parameters, loop variables. */
  readonly lasting: ReadonlySet<string>;
  /** The scope whose names are visible here, too. */
  readonly around: Scope | null;
  readonly inGenerator: boolean;
}

const NAMES_OF_A_KIND = 4;

function fits(kind: Kind, need: Kind | 'any' | 'counted'): boolean {
  return need === 'any' || kind === need || (need === 'counted' && kind !== 'thing' && kind !== 'tuple');
}

function visible(scope: Scope | null): [string, Kind][] {
  return scope === null ? [] : [...visible(scope.around), ...scope.names];
}

class Writer {
  readonly lines: string[] = [];
  readonly #templates: Templates;
  #labels = 0;

  constructor(templates: Templates) {
    this.#templates = templates;
  }

  statements(statements: readonly Statement[], scope: Scope, indent: string): void {
    for (const statement of statements) this.#statement(statement, scope, indent);
  }

  #statement(statement: Statement, scope: Scope, indent: string): void {
    const template = this.#templates[statement.template];
    if (template.inGenerator && !scope.inGenerator) return;
    if (template.dropsAll && indent !== '') return;
    const choice = this.#choose(template, statement.numbers, scope);
    if (choice === null) return;
    this.#lines(template.write(choice), indent);
    if (template.block) this.#block(template, statement, choice, scope, indent);
    if (template.drops) scope.names.delete(choice.names[0]);
    if (template.dropsAll) scope.names.clear();
    if (template.makes && !visible(scope.around).some(([name]) => name === choice.target)) {
      scope.names.set(choice.target, template.makes);
    }
  }

  #block(template: Template, { body, numbers }: Statement, choice: Choice, scope: Scope, indent: string): void {
    const block = template.block!;
    const own: Scope = {
      names: new Map(Object.entries(block.parameters ?? {})),
      lasting: new Set(Object.keys(block.parameters ?? {})),
      around: block.scope === 'inner' ? scope : null,
      inGenerator: block.scope === 'generator' || (block.scope === 'inner' && scope.inGenerator),
    };
    const bodyIndent = indent + '    ';
    const begun = this.lines.length;
    this.statements(body, own, bodyIndent);
    const last = block.last?.(this.#choose({ write: () => '' }, numbers, own)!);
    if (last) this.#lines(last, bodyIndent);
    if (this.lines.length === begun) this.#lines('pass', bodyIndent);
    if (block.after) this.#lines(block.after(choice), indent);
  }

  #lines(text: string, indent: string): void {
    for (const line of text.split('\n')) this.lines.push(indent + line);
  }

  /** null where a needed name is not bound. */
  #choose(template: Template, numbers: readonly number[], scope: Scope): Choice | null {
    let used = 0;
    const below = (limit: number) => numbers[used++ % numbers.length] % limit;
    const oneOf = <T>(options: readonly T[]) => options[below(options.length)];
    const around = new Set(visible(scope.around).map(([name]) => name));
    const all = visible(scope);
    const names: string[] = [];
    for (const [i, need] of (template.needs ?? []).entries()) {
      const mayDrop = (name: string) => scope.names.has(name) && !around.has(name) && !scope.lasting.has(name);
      const options = all
        .filter(([name, kind]) => fits(kind, need) && !(i === 0 && template.drops && !mayDrop(name)))
        .map(([name]) => name);
      if (options.length === 0) return null;
      names.push(oneOf(options));
    }
    const target = template.makes ? `${template.makes[0]}${template.makes[1]}${below(NAMES_OF_A_KIND)}` : '';
    // A block is not sure to run: names from around it keep their kinds.
    if (visible(scope.around).some(([name, kind]) => name === target && kind !== template.makes)) return null;
    const anyName = () => (all.length ? oneOf(all)[0] : 'None');
    const label = () => ++this.#labels;
    return {
      names,
      target,
      below,
      oneOf,
      label,
      anyName,
      value: () => {
        const choices = [anyName, anyName, anyName, () => `N(${label()})`, () => '[]', () => String(below(9))];
        return oneOf(choices)();
      },
    };
  }
}

/** A whole program: what of the prelude the statements mention, the statements, `ending`. */
export function writeProgram(
  templates: Templates,
  statements: readonly Statement[],
  beginning: string,
  ending: string,
): string {
  const writer = new Writer(templates);
  writer.statements(statements, { names: new Map(), lasting: new Set(), around: null, inGenerator: false }, '');
  const program = [beginning, ...writer.lines, ending].filter(Boolean).join('\n');
  return `${preludeFor(program)}\n${program}\n`;
}
