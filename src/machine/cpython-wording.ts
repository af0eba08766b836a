/**
 * CPython's words for problems of the program text. The compiler's own sentences say more; what a program prints is what
 * CPython prints. Source: CPython Grammar/python.gram, Parser/tokenizer.c, Python/symtable.c, Python/compile.c (3.11 to 3.13).
 */

export interface SyntaxErrorWords {
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError';
  readonly message: string;
}

const HERE = "here. Maybe you meant '==' instead of '='?";
const INVALID = 'invalid syntax';
const ASSIGNED = 'name $1 is assigned to before global declaration';

/**
 * Our sentence → CPython's message since a minor version; `$1` stands for the first group. The first that fits counts.
 */
const SYNTAX_ERRORS: readonly (readonly [RegExp, string, since?: number])[] = [
  [/^Unexpected (?!end of the line|keyword 'if').*expected ':' at the end of the line of '(if|for|while|with)'/, INVALID],
  [/^Unexpected end of the line: expected ':' at the end of the line of 'case'/, "expected ':'"],
  [/^Unexpected '\(': a parameter is a name/, 'Function parameters cannot be parenthesized'],
  [/^Unexpected end of the line: expected (a module's name|the name to import)/, "Expected one or more names after 'import'", 13],
  [/^Unexpected keyword 'from': write 'from module/, "Did you mean to use 'from ... import ...' instead?", 12],
  [/^Unexpected '}': expected a value after ':'/, "expression expected after dictionary key and ':'"],
  [/^Unexpected ':': expected ',' or '.' in the set/, INVALID],
  [/^Unexpected keyword 'for': expected ',' or '[\]}]' in the (list|set)/, 'did you forget parentheses around the comprehension target?'],
  [/^Unexpected '[a-z\d]\w*': expected ',' or '\)' \(opened with '\('\)/, `${INVALID}. Perhaps you forgot a comma?`],
  [/^Unexpected ':=': expected ',' or/, INVALID],
  [/^Unexpected '([=!:])': expected an expression in the field of the f-string/, "f-string: valid expression required before '$1'", 12],
  [/^Unexpected '([=!:])': expected an expression in the field of the f-string/, "f-string: expression required before '$1'"],
  [/^The character '([^ -~]+)' \((U\+\w+)\)/, "invalid character '$1' ($2)"],
  [/^Cannot assign to '\.\.\.'/, `cannot assign to ellipsis ${HERE}`],
  [/^Cannot assign to a (conditional expression|lambda)\b/, 'cannot assign to $1'],
  [/^Cannot assign to (__debug__)/, 'cannot assign to $1'],
  [/^'.*=' cannot assign to (?:an? )?(function call|literal|None|True|False|comparison|expression)\b/, "'$1' is an illegal expression for augmented assignment"],
  [/^A trailing ',' is not allowed here without/, 'trailing comma not allowed without surrounding parentheses'],
  [/^The name ('.*') is used prior to its global/, 'name $1 is used prior to global declaration'],
  [/^The name ('.*') is nonlocal and global/, 'name $1 is nonlocal and global'],
  [/^The name ('.*') is (global|nonlocal) here and cannot be annotated/, "annotated name $1 can't be $2"],
  [/^The name ('.*') is annotated and cannot be declared (\w+)/, "annotated name $1 can't be $2"],
  [/^'import \*' is only allowed/, 'import * only allowed at module level'],
  [/^'\*' may appear only once/, '* argument may appear only once'],
  [/^At least one parameter must precede '\/'/, 'at least one argument must precede /'],
  [/^'\/' must stand before '\*'/, '/ must be ahead of *'],
  [/^A '\*' parameter cannot have a default/, 'var-positional argument cannot have default value'],
  [/^A '\*\*' parameter cannot have a default/, 'var-keyword argument cannot have default value'],
  [/^(A base class cannot be a bare generator|Nothing can follow '\*\*|The key of a mapping pattern|Expected an index or a slice)/, INVALID],
  [/^A 'yield' inside an expression needs/, INVALID],
  [/^A starred expression cannot stand in a comprehension/, 'iterable unpacking cannot be used in comprehension'],
  [/^'\*\*' cannot be used in a dict comp/, 'dict unpacking cannot be used in dict comprehension'],
  [/^This is no (\w+) number/, 'invalid $1 literal'],
  [/^Bytes and str literals cannot be joined/, 'cannot mix bytes and nonbytes literals'],
  [/^The capture of the name ('.*') makes/, 'name capture $1 makes remaining patterns unreachable'],
  [/^The wildcard '_' makes/, 'wildcard makes remaining patterns unreachable'],
  [/^The name ('.*') is captured twice/, 'multiple assignments to name $1 in pattern'],
  [/^Only one starred pattern/, 'multiple starred names in sequence pattern'],
  [/^The attribute '(.*)' is given twice in the class pattern/, 'attribute name repeated in class pattern: $1'],
  [/^A positional pattern cannot follow/, 'positional patterns follow keyword patterns'],
  [/^Only an imaginary number can be added/, 'imaginary number required in complex literal'],
  [/^'_' cannot be the name after 'as'/, "cannot use '_' as a target"],
  [/^An f-string cannot be a pattern/, 'patterns may only match literals and attribute lookups'],
  [/^The alternatives of this pattern bind/, 'alternative patterns bind different names'],
  [/^':=' cannot rebind ('.*'),/, 'assignment expression cannot rebind comprehension iteration variable $1'],
  [/^':=' in a comprehension cannot be used in the body/, 'assignment expression within a comprehension cannot be used in a class body'],
  [/^':=' cannot be used in the iterable/, 'assignment expression cannot be used in a comprehension iterable expression'],
  [/^':=' can only assign to a name, not to an item/, 'cannot use assignment expressions with subscript'],
  [/^An argument is named by a name, and '(?!None|True|False)\w+' is a keyword/, INVALID],
  [/^A yield expression cannot be used within (.*)\./, 'yield expression cannot be used within $1'],
  [/^A '\\' outside a string continues the line: expected the end/, 'unexpected character after line continuation character'],
  [/^This '(.)' is never closed/, "'$1' was never closed"],
  [/^This '(.)' closes nothing/, "unmatched '$1'"],
  [/^This '(.)' does not match the '(.)' opened/, "closing parenthesis '$1' does not match opening parenthesis '$2'"],
  [/expected '\(' after the function's name/, "expected '('"],
  [/^The list of type parameters is empty/, 'Type parameter list cannot be empty'],
  [/^A (\w+) has no bound/, 'cannot use bound with $1'],
  [/^The type parameter ('.*') is there twice/, 'duplicate type parameter $1'],
  [/^The type parameter ('.*') has no default but/, 'non-default type parameter $1 follows default type parameter'],
  [/^Unexpected keyword 'if': write 'elif'/, "expected ':'"],
  [/expected ':' at the end of the line of 'case'/, INVALID],
  [/^Unexpected '\[': expected ':' at the end of the line of the class/, INVALID],
  [/expected ':' at the end of the line of/, "expected ':'"],
  [/^Cannot assign inside the line of/, `${INVALID}. Maybe you meant '==' or ':=' instead of '='?`],
  [/^Unexpected '=': write '==' to compare/, `${INVALID}. Maybe you meant '==' or ':=' instead of '='?`],
  [/^Cannot assign to a 'yield' expression/, 'assignment to yield expression not possible'],
  [/^Cannot assign to (None|True|False)\b/, 'cannot assign to $1'],
  [/^Cannot assign to an? (.*?): .*Perhaps you meant/, `cannot assign to $1 ${HERE}`],
  [/^Cannot assign to an? (.*?):/, 'cannot assign to $1'],
  [/^Cannot delete (None|True|False)\b/, 'cannot delete $1'],
  [/^Cannot delete an? (.*?):/, 'cannot delete $1'],
  [/^'(return|yield)' outside a function/, "'$1' outside function"],
  [/^'break' outside a loop/, "'break' outside loop"],
  [/^'continue' outside a loop/, "'continue' not properly in loop"],
  [/^A 'yield' cannot stand in a comprehension/, "'yield' inside list comprehension"],
  [/^A positional argument cannot follow a keyword/, 'positional argument follows keyword argument'],
  [/^A positional argument cannot follow an unpacked/, 'positional argument follows keyword argument unpacking'],
  [/^'\*' cannot follow '\*\*'/, 'iterable argument unpacking follows keyword argument unpacking'],
  [/^The parameter '(.*)' is there twice/, "duplicate argument '$1' in function definition"],
  [/^Named parameters must follow a bare/, 'named arguments must follow bare *'],
  [/^No parameter can follow/, 'arguments cannot follow var-keyword argument'],
  [/^The keyword argument '(.*)' is given twice/, 'keyword argument repeated: $1'],
  [/^Missing parentheses in the call of '(.*)'/, "Missing parentheses in call to '$1'. Did you mean $1(...)?"],
  [/^A decimal number cannot start with 0/, 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers'],
  [/^Digit '(.)' is not allowed in an? (\w+) number/, "invalid digit '$1' in $2 literal"],
  [/^A number cannot (run into a name|end in '_')/, 'invalid decimal literal'],
  [/expected ':' and a value after the key of the dict/, "':' expected after dictionary key"],
  [/expected ',' or '.' in the (dict|list|arguments|tuple|set)/, `${INVALID}. Perhaps you forgot a comma?`],
  [/expected an expression in the field of the f-string/, "f-string: valid expression required before '}'"],
  [/^The f-string ends inside a field/, "f-string: expecting '}'"],
  [/^A single '}' is not allowed in an f-string/, "f-string: single '}' is not allowed"],
  [/^A bare 'except:' must be the last/, "default 'except:' must be last"],
  [/expected 'except' or 'finally'/, "expected 'except' or 'finally' block"],
  [/^'except' and 'except\*' cannot stand/, "cannot have both 'except' and 'except*' on the same 'try'"],
  [/^'break', 'continue' and 'return' cannot leave/, "'break', 'continue' and 'return' cannot appear in an except* block"],
  [/^Several exception types need parentheses around them where/, "multiple exception types must be parenthesized when using 'as'"],
  [/^Several exception types need parentheses/, 'multiple exception types must be parenthesized'],
  [/^The name ('.*') is assigned to before its global/, ASSIGNED],
  [/^The name ('.*') is used before its global/, 'name $1 is used prior to global declaration'],
  [/^The name ('.*') is a parameter and cannot be declared (\w+)/, 'name $1 is parameter and $2'],
  [/^'nonlocal' is not allowed at the top level/, 'nonlocal declaration not allowed at module level'],
  [/^There is no variable ('.*') in an enclosing function/, 'no binding for nonlocal $1 found'],
  [/cannot assign to an? (tuple|list)\b/, "'$1' is an illegal expression for augmented assignment"],
  [/^Only a single name.* not a (tuple|list)/, 'only single target (not $1) can be annotated'],
  [/^':=' can only assign to a name, not to an? (.*?)\./, 'cannot use assignment expressions with $1'],
  [/expected 'else' and a value after the condition/, "expected 'else' after 'if' expression"],
  [/^A starred expression cannot stand alone/, "can't use starred expression here"],
  [/^A starred target must be in a list or tuple/, 'starred assignment target must be in a list or tuple'],
  [/^Only one starred name is allowed/, 'multiple starred expressions in assignment'],
  [/^'\/' may appear only once/, '/ may appear only once'],
  [/^A generator expression that is not the only/, 'Generator expression must be parenthesized'],
  [/expected a default value after '='/, 'expected default value expression'],
  [/^An argument is named by a name, and '(None|True|False)'/, 'cannot assign to $1'],
  [/^An argument is named by a name/, 'expression cannot contain assignment, perhaps you meant "=="?'],
  [/^A bytes literal can only hold ASCII/, 'bytes can only contain ASCII literal characters'],
  [/^(Unexpected|Python has no|The character|This '(else|elif|except|finally|case)'|Expected a value)/, INVALID],
  [/is a keyword and cannot/, INVALID],
]; // prettier-ignore

/** What we call an expression that cannot be assigned to → what CPython calls it. */
const TARGETS: Readonly<Record<string, string>> = {
  dict: 'dict literal',
  set: 'set display',
  'f-string': 'f-string expression',
  "':=' expression": 'named expression',
};

const BLOCK_OWNERS: readonly (readonly [RegExp, string])[] = [
  [/^the function '/, 'function definition'],
  [/^the class '/, 'class definition'],
  [/^'(\w+)'/, "'$1' statement"],
];

/** CPython's words where they are known, else our own sentence. `minor`: CPython's minor version. */
export function cpythonWording(sentence: string, line: number, minor: number): SyntaxErrorWords {
  const block = /^Expected an indented block after (.*) on line (\d+)/.exec(sentence);
  if (block !== null) {
    const owner = BLOCK_OWNERS.find(([pattern]) => pattern.test(block[1]));
    const shown = owner === undefined ? block[1] : (owner[0].exec(block[1])?.[0] ?? '').replace(owner[0], owner[1]);
    return {
      type: 'IndentationError',
      message: `expected an indented block after ${shown} on line ${block[2]}`,
    };
  }
  if (sentence.startsWith('This line is indented, but'))
    return { type: 'IndentationError', message: 'unexpected indent' };
  if (sentence.startsWith('This indentation matches no outer')) {
    return { type: 'IndentationError', message: 'unindent does not match any outer indentation level' };
  }
  if (sentence.startsWith('Tabs and spaces are mixed')) {
    return { type: 'TabError', message: 'inconsistent use of tabs and spaces in indentation' };
  }
  const string = /^This string is never closed: expected ("""|'''|.)/.exec(sentence);
  if (string !== null) {
    const noun = string[1].length === 3 ? 'triple-quoted string' : 'string';
    return { type: 'SyntaxError', message: `unterminated ${noun} literal (detected at line ${line})` };
  }
  if (/^The parameter '.*' has no default but follows/.test(sentence)) {
    const subject = minor >= 12 ? 'parameter without a default' : 'non-default argument';
    const other = minor >= 12 ? 'parameter with a default' : 'default argument';
    return { type: 'SyntaxError', message: `${subject} follows ${other}` };
  }
  const known = SYNTAX_ERRORS.find(([pattern, , since]) => minor >= (since ?? 0) && pattern.test(sentence));
  if (known === undefined) return { type: 'SyntaxError', message: sentence };
  const message = wordsSince315((known[0].exec(sentence)?.[0] ?? '').replace(known[0], known[1]), minor);
  const target = /^(cannot (?:assign to|delete) )(.*?)( here\. .*)?$/.exec(message);
  const name = target === null ? undefined : TARGETS[target[2]];
  return { type: 'SyntaxError', message: name === undefined ? message : `${target![1]}${name}${target![3] ?? ''}` };
}

/** What stands in a `def` are parameters since 3.15; before, messages called them arguments. */
function wordsSince315(message: string, minor: number): string {
  if (minor < 15 || !/^(duplicate|named|at least one|\*) argument|var-\w+ argument/.test(message)) return message;
  return message.replace('* argument', '*').replaceAll('argument', 'parameter');
}
