/** The speaker’s hand: it holds one tool at a time, and says which. */

let layDownOther: (() => void) | undefined

/** Takes a tool in hand; what was there is laid down. */
export function take(layDown: () => void): void {
  const other = layDownOther
  layDownOther = layDown
  if (other !== layDown) other?.()
}

/** The tool is no more in hand. */
export function release(layDown: () => void): void {
  if (layDownOther === layDown) layDownOther = undefined
}

let region: HTMLElement | undefined

/** Says to whoever hears the page and does not see it what came into hand. */
export function tell(words: string): void {
  if (!region?.isConnected) {
    region = document.createElement('p')
    region.className = 'unseen'
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  // A region is listened to once it is there.
  requestAnimationFrame(() => {
    region!.textContent = words
  })
}
