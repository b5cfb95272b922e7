/** Problems in English sentences, for the command line. */
import type { ConflictId } from '../engine/conflicts.ts';
import { formatDuration } from './fields/durationText.ts';
import type { Expected, JsonToken, Problem } from './problem.ts';

/** Where it is, what was expected, what is there, and what was probably meant. One line. */
export function problemText(problem: Problem): string {
  return `${placeText(problem)}: ${mistakeText(problem)}`;
}

/** `servers.each[0].start`, `line 3, column 5`, or `the file`. */
function placeText({ path, line, column }: Problem): string {
  if (line !== undefined) return `line ${line}, column ${column}`;
  if (path.length === 0) return 'the file';
  return path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`)).join('');
}

function mistakeText(problem: Problem): string {
  const { code, expected, found, suggestion } = problem;
  const meant = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  switch (code) {
    case 'unknown-key':
      return `there is no setting of this name.${meant || knownText(expected)}`;
    case 'missing':
      return `expected ${expectedText(expected)}, but it is missing.`;
    case 'duplicate-key':
      return `the name ${found} occurs twice in the same object. Remove one of them.`;
    case 'too-big':
      return expected.what === 'text-length'
        ? `expected at most ${expected.most} characters, found ${found}.`
        : 'expected fewer levels of nesting.';
    case 'too-long':
      return expected.what === 'list'
        ? `expected ${expectedText(expected)}${found.startsWith('[') ? '' : `, found ${found}`}.`
        : `expected ${expectedText(expected)}.`;
    case 'too-many-servers':
      return `expected ${expectedText(expected)}; this would be number ${found}.`;
    default:
      return `expected ${expectedText(expected)}, found ${found || 'the end of the text'}.${meant}`;
  }
}

const knownText = (expected: Expected) =>
  expected.what === 'key' ? ` Known here: ${expected.keys.join(', ')}.` : '';

function expectedText(expected: Expected): string {
  switch (expected.what) {
    case 'object':
      return 'an object {…}';
    case 'list':
      return `a list […] of at most ${expected.most}`;
    case 'text':
      return `text of at most ${expected.most} characters`;
    case 'yes-or-no':
      return 'true or false';
    case 'number':
      return `a number from ${expected.least} to ${expected.most}${orNull(expected.orNull)}`;
    case 'whole-number':
      return `a whole number from ${expected.least} to ${expected.most}${orNull(expected.orNull)}`;
    case 'duration':
      return `a duration such as "500ms", "2s" or "5min", from ${formatDuration(expected.leastMs)} to ${formatDuration(expected.mostMs)}${orNull(expected.orNull)}`;
    case 'distribution':
      return `a duration such as "500ms" or a distribution such as { "kind": "exponential", "mean": "80ms" }, with a mean of at least ${formatDuration(expected.leastMeanMs)}`;
    case 'max-not-below-min':
      return 'a duration that is not below "min"';
    case 'choice':
      return `one of ${expected.choices.map((choice) => `"${choice}"`).join(', ')}`;
    case 'address':
      return 'a name or address of a server such as "10.0.0.1:8080", without spaces';
    case 'server-name':
      return 'the name of a server ("A", "B", …)';
    case 'server':
      return expected.last === null
        ? 'an "add-server" before this, since there is no server by then'
        : `a server that exists by then ("A"${expected.last === 'A' ? '' : ` to "${expected.last}"`})`;
    case 'person':
      return expected.last === null
        ? 'a person to be there ("people.count" above 0)'
        : `the number of a person, 0 to ${expected.last}`;
    case 'store-node':
      return `the number of a node of the store, 1 to ${expected.last}`;
    case 'at-most-servers':
      return `at most ${expected.most} servers in a run`;
    case 'settings-that-fit':
      return CONFLICT_TEXTS[expected.conflict];
    case 'key':
      return `one of ${expected.keys.join(', ')}`;
    case 'json':
      return tokenText(expected.token);
    case 'text-length':
      return `at most ${expected.most} characters`;
  }
}

/** What would make the combination one that makes sense. */
const CONFLICT_TEXTS: Record<ConflictId, string> = {
  'no-rates': 'the list "visitors.rates", which the shape "rates" plays back',
  'no-arrivals': 'the list "visitors.arrivals", which the shape "arrivals" plays back',
  'least-above-most': '"autoscaler.most" of at least "autoscaler.least"',
  'nobody-takes-over': '"store.replicas" of at least 1, since otherwise there is nobody to take over',
  'no-majority': '"store.replicas" of 2, since two of three nodes are a majority',
  'no-peer':
    '"store.replicas" of at least 1, since otherwise there is nobody to be available in the place of another',
  'too-many-followers': 'no more than "store.replicas", since otherwise no login could ever be written',
};

const orNull = (allowed: true | undefined) => (allowed ? ', or null' : '');

function tokenText(token: JsonToken): string {
  switch (token) {
    case 'value':
      return 'a value (text in double quotes, a number, true, false, null, {…} or […])';
    case 'name':
      return 'a name in double quotes';
    case 'colon':
      return 'a colon after the name';
    case 'comma-or-brace':
      return 'a comma or a closing }';
    case 'comma-or-bracket':
      return 'a comma or a closing ]';
    case 'quote':
      return 'the closing double quote on the same line';
    case 'escape':
      return 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000 after the backslash';
    case 'digit':
      return 'a digit';
    case 'end':
      return 'nothing more after the end';
    case 'new-name':
      return 'a name that is not there yet';
    case 'less-nesting':
      return 'fewer levels of nesting';
  }
}
