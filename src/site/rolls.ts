/** Roll calls: a fence becomes an island that asks and counts, with what was counted. */
import type MarkdownIt from 'markdown-it'
import { escape } from '../figures/escape.ts'
import {
  answerMarkup,
  askedMarkup,
  columnsMarkup,
  signsMarkup,
  verdictWords,
} from '../figures/roll.ts'
import type { Stop } from '../figures/story.ts'
import {
  judgeRun,
  LISTS,
  REMEDIES,
  remedyWords,
  wishOf,
  type Run,
  type Wish,
} from '../roll/roll.ts'
import {
  bar,
  button,
  card,
  demandOwnTitle,
  head,
  primaryButton,
  type Cards,
} from './card.ts'
import { serveFences } from './fences.ts'
import {
  knobsGroup,
  MOST_SEED,
  numberMarkup,
  selectMarkup,
  temperatureKnob,
} from './knobs.ts'
import { AuthoringError } from './place.ts'
import { isRoll, parseRoll, type RollFence } from './roll-fence.ts'
import { textBox } from './texts.ts'

/** What roll calls in pages are made with. */
export interface Calling extends Cards {
  checkpoints: readonly Stop[]
  /** The record of a wish. */
  called: (wish: Wish, count: number) => Run | undefined
}

export function rolls(md: MarkdownIt, calling: Calling): void {
  serveFences(md, isRoll, ({ info, content, env, place }) => {
    const fence = parseRoll(info, content, place)
    demandOwnTitle(fence.title, env, place)
    const runs = fence.wishes.map((wish) => {
      const record = calling.called(wish, fence.count)
      if (record) return { ...wish, answers: record.answers }
      throw new AuthoringError(
        place,
        'nobody has answered this yet.',
        'Run npm run storyteller:tell, which asks and records it.',
      )
    })
    const names = calling.checkpoints.map(({ name }) => name)
    const look = { run: runs.length - 1, answer: fence.answer }
    return card(calling, {
      name: 'roll-call',
      title: fence.title,
      source: [fence.wishes, fence.count],
      env,
      attributes: {
        'data-called': JSON.stringify({ runs, look }),
      },
      body: (key) => bodyMarkup(fence, runs, names, key),
    })
  })
}

function bodyMarkup(
  { title, count, answer }: RollFence,
  runs: readonly Run[],
  models: readonly string[],
  key: string,
): string {
  const list = LISTS.tonight
  const wish = runs.at(-1)!
  const judgedRuns = runs.map((run) => judgeRun(run, list))
  const judged = judgedRuns.at(-1)!.judged[answer]!
  const asked = wishOf(list, wish.remedy, wish.prompt)
  const given = asked.prompt as string
  const members = list.members.map(({ name }) => name)
  return `${head(title)}${textBox('Prompt', wish.prompt)}${knobsMarkup(wish, count, models, key)}${bar(primaryButton('ask', 'Ask'), '', button('reset', 'Reset'))}<div class="roll">
<p class="roll-members"><b>The list</b> <span>${escape(members.join(', '))}</span></p>
<p class="roll-look knob"><label for="${key}-answer">Answer</label><span class="knob-at" aria-hidden="true">seed ${wish.seed + answer}</span><input id="${key}-answer" type="range" data-name="answer" min="1" max="${wish.answers.length}" step="1" value="${answer + 1}" aria-valuetext="seed ${wish.seed + answer}" autocomplete="off" disabled></p>
<div class="roll-answer" role="status" aria-label="Answer">${answerMarkup(given, wish.answers[answer]!, judged)}</div>
<p class="roll-verdict">${escape(verdictWords(judged, members.length))}</p>
${signsMarkup()}
<details class="roll-asked"><summary>What the model got</summary><dl>${askedMarkup(asked)}</dl></details></div>
<ol class="roll-runs" aria-label="Counted">${columnsMarkup(judgedRuns, { run: runs.length - 1, answer })}</ol>
`
}

function knobsMarkup(
  { remedy, temperature, seed, model }: Wish,
  count: number,
  models: readonly string[],
  key: string,
): string {
  return knobsGroup([
    selectMarkup(
      key,
      { name: 'Model', data: 'model', value: model },
      models.toReversed().map((each) => [each, `Storyteller, ${each}`]),
    ),
    selectMarkup(
      key,
      { name: 'Remedy', data: 'remedy', value: remedy },
      REMEDIES.map((each) => [each, remedyWords(each)]),
    ),
    temperatureKnob(key, temperature),
    numberMarkup(key, { name: 'First seed', data: 'seed', value: seed }, [
      0,
      MOST_SEED - Math.max(...COUNTS),
    ]),
    selectMarkup(
      key,
      { name: 'How often', data: 'count', value: String(count) },
      COUNTS.map((each) => [`${each}`, each === 1 ? 'once' : `${each} times`]),
    ),
  ])
}

const COUNTS = [1, 20, 100]
