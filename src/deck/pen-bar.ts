/** The pen’s bar: what it draws with, and the ways to take ink away. */
import { Bar, type Act } from './bar.ts'
import { HUES, type Hue, type Tip } from './ink.ts'
import type { Pen } from './pen.ts'

const TIPS: [tip: Tip | 'eraser', name: string, sign: string][] = [
  ['pen', 'Pen', 'M4 20l1.2-4.6L16 4.6l3.4 3.4L8.6 18.8zM13.5 7l3.5 3.5'],
  ['marker', 'Marker', 'M7 14.5l8.5-9L20 10l-8.5 8.5H7zM3.5 21h17'],
  ['eraser', 'Eraser', 'M8.5 19L3.5 14 13 4.5l7 7L12.5 19zM8.5 9l7 7M7 19h13'],
]

const NAMES: Record<Hue, string> = {
  coral: 'Coral',
  green: 'Green',
  blue: 'Blue',
}

export function penBar(pen: Pen): Bar {
  const hues = HUES.map((hue): Act => ({
    name: NAMES[hue],
    sign: 'M12 5a7 7 0 1 0 .01 0z',
    className: `ink-${hue}`,
    act: () => {
      pen.hue = hue
      if (pen.tip === 'eraser') pen.tip = 'pen'
    },
    isOn: () => pen.hue === hue && pen.tip !== 'eraser',
  }))
  const tips = TIPS.map(([tip, name, sign]): Act => ({
    name,
    sign,
    act: () => {
      pen.tip = tip
    },
    isOn: () => pen.tip === tip,
  }))
  const ways: Act[] = [
    {
      name: 'Undo',
      sign: 'M8.5 6L4.5 10l4 4M4.5 10H14a5 5 0 0 1 0 10h-3',
      act: () => pen.undo(),
      isIdle: () => !pen.canUndo,
    },
    {
      name: 'Clear the slide',
      sign: 'M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.5 11v5M13.5 11v5',
      act: () => pen.clear(),
      isIdle: () => !pen.hasInk,
    },
    {
      name: 'Lay the pen down',
      sign: 'M6 6l12 12M18 6L6 18',
      act: () => void pen.layDown(),
    },
  ]
  return new Bar('Pen', [hues, tips, ways])
}
