/** Which key does what on the console, as data: the list under `?` is this list. */

export type KeyAction =
  | 'call'
  | 'callOther'
  | 'end'
  | 'pause'
  | 'plus'
  | 'minus'
  | 'panel'
  | 'undo'
  | 'redo'
  | 'next'
  | 'addOnsite'
  | 'addOnline'
  | 'find'
  | 'print'
  | 'message'
  | 'help';

/** `keys` are values of KeyboardEvent.key in lower case; the first one is shown. */
export type Binding = { keys: readonly string[]; action: KeyAction };

export const KEYMAP: readonly Binding[] = [
  { keys: ['Enter'], action: 'call' },
  { keys: ['x'], action: 'callOther' },
  { keys: [' '], action: 'end' },
  { keys: ['p'], action: 'pause' },
  // The second keys are where the signs lie without Shift.
  { keys: ['+', '='], action: 'plus' },
  { keys: ['-', '−'], action: 'minus' },
  { keys: ['r'], action: 'panel' },
  { keys: ['u'], action: 'undo' },
  { keys: ['y'], action: 'redo' },
  { keys: ['n'], action: 'next' },
  { keys: ['o'], action: 'addOnsite' },
  { keys: ['l'], action: 'addOnline' },
  { keys: ['/'], action: 'find' },
  { keys: ['w'], action: 'print' },
  { keys: ['m'], action: 'message' },
  { keys: ['?'], action: 'help' },
];

/** What is still of use once the session is over. */
export const KEYS_AFTERWARDS: readonly KeyAction[] = ['undo', 'redo', 'print', 'message', 'help'];

/** In the field that looks for somebody: what adds the hand, and what gives the floor at once (or with Shift). */
export const HAND_KEYS = { add: ['Enter'], give: ['Control', 'Enter'] } as const;
