/** What an evaluation measures, in rows for people: what, how much, and what is asked for. */
import type { ListShares, Losses, Shares } from './evaluation.ts'

/** Temperatures at which lists of the team are asked for: as stories, and where members are made up. */
export const LIST_TEMPERATURES = [0.7, 1.2] as const

export interface ModelFigures {
  /** Of the very file, in hexadecimal digits. */
  sha256: string
  shares: Shares
  /** By temperature, in the order of `LIST_TEMPERATURES`. */
  lists: ListShares[]
  losses: Losses
}

/** What `weights/figures.json` has. */
export interface Figures {
  /** Stories and lists of each kind that were told, and stories whose surprise was taken. */
  stories: number
  temperature: number
  seed: number
  /** By the name of the checkpoint. */
  models: Record<string, ModelFigures>
}

interface Row {
  what: string
  value: (figures: ModelFigures) => number
  shown: (value: number) => string
  least?: number
  most?: number
}

export const ROWS: Row[] = [
  ofStories('ends properly', 'endsProperly', 0.99),
  ofStories('one hero, whose name is kept', 'heroKept', 0.97),
  ofStories('pronouns are right', 'pronounsRight', 0.97),
  ofStories('thing and colour kept', 'thingAndColourKept', 0.9),
  ofStories('the thing alone', 'thingKept'),
  ofStories('the colour alone', 'colourKept'),
  ofStories('no sentence three times', 'varied', 1),
  ofStories('not in the corpus', 'original', 0.95),
  {
    what: 'loss, nats a token',
    value: ({ losses }) => losses.loss,
    shown: nats,
  },
  {
    what: 'entropy of the grammar',
    value: ({ losses }) => losses.entropy,
    shown: nats,
  },
  {
    what: 'loss to entropy',
    value: ({ losses }) => losses.ratio,
    shown: (ratio) => `${ratio.toFixed(3)}×`,
    most: 1.15,
  },
  ...LIST_TEMPERATURES.flatMap((temperature, index): Row[] => [
    {
      what: `lists with invented members, at ${temperature}`,
      value: ({ lists }) => lists[index]!.invented,
      shown: percent,
    },
    {
      what: `lists with forgotten members, at ${temperature}`,
      value: ({ lists }) => lists[index]!.forgotten,
      shown: percent,
    },
  ]),
]

/** @returns the goal for people, empty if there is none */
export function goalOf({ least, most, shown }: Row): string {
  if (least === 1) return 'all'
  if (least !== undefined) return `at least ${shown(least)}`
  return most === undefined ? '' : `at most ${shown(most)}`
}

export function isKept({ value, least, most }: Row, model: ModelFigures) {
  const found = value(model)
  return found >= (least ?? -Infinity) && found <= (most ?? Infinity)
}

function ofStories(what: string, share: keyof Shares, least?: number): Row {
  return { what, value: ({ shares }) => shares[share], shown: percent, least }
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`
}

function nats(value: number): string {
  return value.toFixed(4)
}
