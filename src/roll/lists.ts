/**
 * The lists that answers are held against. That of the rescue pups is from
 * Wikipedia; the storyteller's is an order of its own, as its corpus has them.
 */

export type ListId = 'tonight' | 'paw-patrol'

export interface Entry {
  name: string
  /** Who that is, in a few words. */
  who: string
}

export interface TeamList {
  id: ListId
  /** In a sentence: “… of the PAW Patrol”. */
  team: string
  /** Who has to be named. */
  members: readonly Entry[]
  /** Who exists there, too, and is neither missed nor made up. */
  besides: readonly Entry[]
  /** What is asked at first. */
  question: string
  /** Where the facts are from; '' where the list is our own. */
  source: string
}

export const LISTS: Readonly<Record<ListId, TeamList>> = {
  tonight: {
    id: 'tonight',
    team: 'tonight’s team of Lantern Pups',
    members: [
      { name: 'Wick', who: 'lamplighter' },
      { name: 'Nutmeg', who: 'baker' },
      { name: 'Fennel', who: 'gardener' },
      { name: 'Juniper', who: 'climber' },
      { name: 'Puddle', who: 'rower' },
      { name: 'Quill', who: 'mapmaker' },
    ],
    besides: [],
    question: 'the team:',
    source: '',
  },
  'paw-patrol': {
    id: 'paw-patrol',
    team: 'the PAW Patrol',
    members: [
      { name: 'Chase', who: 'police pup' },
      { name: 'Marshall', who: 'fire pup' },
      { name: 'Skye', who: 'air rescue pup' },
      { name: 'Rocky', who: 'recycling pup' },
      { name: 'Rubble', who: 'construction pup' },
      { name: 'Zuma', who: 'water rescue pup' },
    ],
    besides: [
      { name: 'Ryder', who: 'the boy who leads them' },
      { name: 'Everest', who: 'joined later' },
      { name: 'Tracker', who: 'joined later' },
      { name: 'Rex', who: 'joined later' },
      { name: 'Liberty', who: 'joined later' },
      { name: 'Ella', who: 'joined later' },
      { name: 'Tuck', who: 'joined later' },
      { name: 'Coral', who: 'joined later' },
      { name: 'Roxi', who: 'joined later' },
      { name: 'Wild Cat', who: 'a cat who helps them' },
      { name: 'Robo-Dog', who: 'Ryder’s robot' },
    ],
    question: 'List the six pups that the PAW Patrol began with.',
    source: 'https://en.wikipedia.org/wiki/PAW_Patrol',
  },
}

/** The storyteller knows no world but its own; any other model is asked about ours. */
export function listOf(isOwn: boolean): TeamList {
  return LISTS[isOwn ? 'tonight' : 'paw-patrol']
}
