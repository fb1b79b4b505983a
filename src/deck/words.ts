/** What each key does, in words, for the list of keys. */
import { KEYS, type Wish } from './keys.ts'

/** What can be asked for, in groups; all of it can be pressed in the list. */
export const GROUPS: readonly {
  title: string
  wishes: Partial<Record<Wish, string>>
}[] = [
  {
    title: 'Moving',
    wishes: {
      next: 'Go on by one press: what comes next',
      back: 'Go back by one press: undo it',
      first: 'The first slide',
      last: 'The last slide',
    },
  },
  {
    title: 'Finding',
    wishes: {
      overview: 'All slides',
      go: 'Go to a slide or a chapter, by number or words',
      return: 'Back to where you were before a jump',
    },
  },
  {
    title: 'Showing',
    wishes: {
      pointer: 'Pointer on the slide, in all windows',
      pen: 'Pen, to draw on the slide',
      zoom: 'Zoom in on a part, and out',
      black: 'Black screen, and back',
      white: 'White screen, and back',
      'full screen': 'Full screen, and back',
    },
  },
  {
    title: 'Speaking',
    wishes: {
      speaker: 'Presenter’s window: notes, what comes next, the clock',
      timing: 'Rehearse, and keep the times',
      followers: 'The link and the code by which others follow',
      keys: 'This list',
      leave: 'Lay down a tool, or go back to the page',
    },
  },
]

/** Keys that the deck leaves to others. */
export const OTHERS: readonly [keys: readonly string[], words: string][] = [
  [['P'], 'Present, and back to the page'],
  [['Tab'], 'Into a program, a question, a link'],
  [['Esc'], 'Out of a program, so that keys move slides again'],
  [['Ctrl', 'Enter'], 'Run the program you are in'],
]

/** The same, for one who follows. */
export const FOLLOWING: typeof OTHERS = [
  [['R'], 'Back to the speaker, after looking around'],
  [['P'], 'To the page, and back to the speaker'],
  ...OTHERS.slice(1),
]

/** What does it without a keyboard. */
export const HANDS: readonly [name: string, words: string][] = [
  [
    'Clickers',
    'Their four buttons work: on, back, black, and start, which asks for full screen.',
  ],
  ['Touch', 'Swipe to the left to go on, and to the right to go back.'],
  ['Mouse', 'One notch of the wheel is one press.'],
]

/** The keys that ask for something, as they stand on keyboards. */
export function keysFor(wish: Wish): string[] {
  return Object.entries(KEYS)
    .filter(([, asked]) => asked === wish)
    .map(([key]) => NAMES[key] ?? key.toUpperCase())
}

/** What does not stand on keyboards as the browser names it. */
const NAMES: Partial<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageDown: 'Page down',
  PageUp: 'Page up',
  ' ': 'Space',
  Enter: 'Enter',
  Backspace: 'Backspace',
  Home: 'Home',
  End: 'End',
  Escape: 'Esc',
}
