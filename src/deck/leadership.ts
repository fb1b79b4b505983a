/**
 * How it stands with those who follow this window over the network, for whoever
 * shows it: they come by the line of `leading.ts`.
 */

import { LEAD, stored } from './stored.ts'

export type Leadership =
  /** This browser has no secret. */
  | 'none'
  /** It has one for another room than this server’s. */
  | 'elsewhere'
  | 'connecting'
  | 'open'
  | 'lost'
  | 'refused'
  /** The speaker wants nobody to follow any more. */
  | 'stopped'

/** Sends `change` when it stands otherwise. */
export const leadership = new (class extends EventTarget {
  /** The base of what followers open; '' as long as it is not known. */
  link = ''
  #now: Leadership = stored('localStorage', LEAD) ? 'connecting' : 'none'
  #stop = () => {}

  get now(): Leadership {
    return this.#now
  }

  set now(now: Leadership) {
    this.#now = now
    this.dispatchEvent(new Event('change'))
  }

  /** Nobody follows this browser any more. */
  stop(): void {
    this.#stop()
  }

  onStop(stop: () => void): void {
    this.#stop = stop
  }
})()

export const LEADERSHIP: Record<Leadership, string> = {
  none: 'This browser leads nobody.',
  elsewhere:
    'This browser has the secret of another start of “npm run present”.',
  connecting: 'Connecting…',
  open: 'Connected: who opens the link follows.',
  lost: 'Connection lost; trying again. Your slides go on.',
  refused: 'The broker refused the secret.',
  stopped: 'Stopped: who followed keeps the last slide.',
}
