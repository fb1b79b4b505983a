/** The bar of one who follows: how it stands, and the way back to the speaker. */
import {
  lackOf,
  speakerFor,
  wordsFor,
  type Situation,
} from './following-words.ts'
import { make, makeButton, write } from './making.ts'

export class FollowingBar {
  readonly element = make('aside', {
    className: 'following',
    ariaLabel: 'Following',
  })
  readonly #words = make('span', { role: 'status' })
  readonly #speaker = make('span', { className: 'following-speaker' })
  readonly #back: HTMLButtonElement
  readonly #reload = makeButton('Reload', () => location.reload())
  readonly #more = make('details', { className: 'following-more' })

  /** @param back is called by whoever wants to see the speaker’s slide again */
  constructor(back: () => void) {
    this.#back = makeButton('', back, { className: 'primary' })
    const about = [
      'Move by yourself, or touch a program, and the slides wait for you. What you do is seen by nobody.',
      lackOf(isSecureContext),
    ]
    this.#more.append(
      make(
        'summary',
        { ariaLabel: 'About following', title: 'About following' },
        '?',
      ),
      make(
        'div',
        {},
        ...about.filter(Boolean).map((words) => make('p', {}, words)),
      ),
    )
    const words = make('p', {}, this.#words, ' ', this.#speaker)
    this.element.append(words, this.#more, this.#reload, this.#back)
    document.body.append(this.element)
  }

  show(situation: Situation): void {
    const { standing, where } = situation
    const isStrange = standing === 'older' || standing === 'newer'
    const canReturn = where !== 'with' && standing !== 'nobody'
    this.element.dataset['standing'] = standing
    this.element.dataset['where'] = where
    const { classList } = document.documentElement
    classList.toggle('following-away', where === 'away')
    // On the page, there is nothing to say of a speaker who does not exist.
    this.element.hidden = where === 'away' && standing === 'nobody'
    write(this.#words, wordsFor(situation))
    write(this.#speaker, speakerFor(situation))
    write(
      this.#back,
      where === 'away' ? 'Back to the slides' : 'Back to the speaker',
    )
    this.#reload.hidden = !isStrange
    this.#back.hidden = !canReturn || isStrange
    this.#more.hidden = where !== 'with' || isStrange
    if (this.#more.hidden) this.#more.open = false
  }
}
