/** What one who follows is told of the speaker, in words. */

/** How it stands with the line to the speaker. */
export type Standing =
  /** Nothing was heard yet. */
  | 'connecting'
  | 'open'
  | 'lost'
  /** This server has no speaker. */
  | 'nobody'
  /** The speaker’s page is another version of the site. */
  | 'older'
  | 'newer'
  /** The speaker’s page is none of this site. */
  | 'missing'

/** Where one who follows is: on the speaker’s slide, on another one, on the page. */
export type Where = 'with' | 'alone' | 'away'

export interface Situation {
  standing: Standing
  where: Where
  /** Where the speaker is, such as “at slide 7”; '' as long as that is not known. */
  speaker: string
}

/** How it stands, in a sentence or two. */
export function wordsFor({ standing, where, speaker }: Situation): string {
  if (standing === 'nobody') {
    return 'Nobody presents here: this site is not served by “npm run present”. The slides are yours to look at.'
  }
  if (standing === 'older' || standing === 'newer') {
    return `The speaker shows ${standing === 'older' ? 'an older' : 'a newer'} version of this site. Reload to follow.`
  }
  if (where !== 'with') {
    const alone = where === 'alone' ? 'You are looking around by yourself.' : ''
    const lost = standing === 'lost' ? 'Connection lost; reconnecting…' : ''
    return [alone, lost].filter(Boolean).join(' ')
  }
  if (standing === 'missing') {
    return 'The speaker shows a page that is not here. The slides go on with the next one.'
  }
  if (standing === 'connecting') return 'Connecting to the speaker…'
  if (standing === 'lost') {
    return speaker
      ? 'Connection lost. You see the last slide the speaker showed; reconnecting…'
      : 'Connection lost; reconnecting…'
  }
  return speaker
    ? 'Following the speaker'
    : 'The speaker is not there yet. The slides will follow by themselves.'
}

/** What changes with each slide, and nobody is told of each time. */
export function speakerFor({ standing, where, speaker }: Situation): string {
  const isSaid = where !== 'with' && speaker !== '' && standing !== 'nobody'
  return isSaid ? `The speaker is ${speaker}.` : ''
}

/** What a device lacks whose page came over plain http; '' where it lacks nothing. */
export function lackOf(isSecure: boolean): string {
  return isSecure
    ? ''
    : 'This address is plain http: the screen may go dark by itself, copying needs a long press, and nothing is kept for later without the network.'
}
