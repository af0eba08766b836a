import { Problem } from '../problem.ts';
import type { Expression } from '../syntax.ts';

/** What a node is called in a message, as in CPython's `_PyPegen_get_expr_name`. */
export function expressionName(node: Expression): string {
  switch (node.type) {
    case 'Attribute':
      return 'an attribute';
    case 'Subscript':
      return 'an item';
    case 'Starred':
      return 'a starred expression';
    case 'Name':
      return `the name '${node.id}'`;
    case 'List':
      return 'a list';
    case 'Tuple':
      return 'a tuple';
    case 'Lambda':
      return 'a lambda';
    case 'Call':
      return 'a function call';
    case 'GeneratorExp':
      return 'a generator expression';
    case 'Yield':
    case 'YieldFrom':
      return "a 'yield' expression";
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      return 'a comprehension';
    case 'Dict':
      return 'a dict';
    case 'Set':
      return 'a set';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'an f-string';
    case 'Compare':
      return 'a comparison';
    case 'IfExp':
      return 'a conditional expression';
    case 'NamedExpr':
      return "a ':=' expression";
    case 'Constant':
      switch (node.value.kind) {
        case 'none':
          return 'None';
        case 'true':
          return 'True';
        case 'false':
          return 'False';
        case 'ellipsis':
          return "'...'";
        default:
          return 'a literal';
      }
    case 'BinOp':
    case 'UnaryOp':
    case 'BoolOp':
    case 'Slice':
      return 'an expression';
  }
}

type Purpose = 'assign' | 'for' | 'delete' | 'with';

/**
 * Checks that a value is stored to (or deleted from) something that can take it.
 * @throws Problem naming the part that cannot.
 */
export function requireTarget(node: Expression, purpose: Purpose): void {
  if (node.type === 'Starred' && purpose !== 'delete') {
    throw new Problem(node, 'A starred target must be in a list or tuple: write *name, with a comma.');
  }
  requireElement(node, purpose);
}

function requireElement(node: Expression, purpose: Purpose): void {
  switch (node.type) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return;
    case 'Starred':
      if (purpose === 'delete') break;
      if (node.value.type === 'Starred') break;
      requireElement(node.value, purpose);
      return;
    case 'List':
    case 'Tuple': {
      for (const element of node.elts) requireElement(element, purpose);
      const stars = node.elts.filter((element) => element.type === 'Starred');
      if (stars.length > 1) {
        throw new Problem(stars[1], 'Only one starred name is allowed among the targets of an assignment.');
      }
      return;
    }
    default:
      break;
  }
  const name = expressionName(node);
  if (purpose === 'delete') throw new Problem(node, `Cannot delete ${name}: expected a name, an attribute or an item.`);
  const hint = purpose === 'assign' ? " Perhaps you meant '==' instead of '='." : '';
  throw new Problem(node, `Cannot assign to ${name}: expected a name, an attribute or an item.${hint}`);
}
