/**
 * Programs in JavaScript, run before the pages are made, as a library takes its
 * time to start and Markdown is drawn without waiting. They are the project's
 * own text, so they run in the build itself; a reader's runs in a sandbox.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import MarkdownIt from 'markdown-it'
import { loadLibrary } from '../binaryen/node.ts'
import {
  runScript,
  storyOf,
  type Recorded,
  type Story,
} from '../scripting/scripting.ts'
import { AuthoringError } from './place.ts'
import { isScript } from './script-fence.ts'

export interface Scripts {
  /** What came of a program. @throws AuthoringError if it stopped */
  story(source: string, place: string): Story
}

export class BakedScripts implements Scripts {
  readonly #stories = new Map<string, Story>()

  /** Runs all programs of a folder that have not run yet. */
  async bake(folder: string): Promise<void> {
    for (const source of scriptsIn(folder)) {
      if (this.#stories.has(source)) continue
      const recording: Recorded[] = []
      await runScript(source, loadLibrary, (one) => recording.push(one))
      this.#stories.set(source, storyOf(recording))
    }
  }

  story(source: string, place: string): Story {
    const story = this.#stories.get(source)
    if (!story) {
      throw new AuthoringError(
        place,
        'this program has not been run.',
        'Put it at the start of a line, in a file below content/.',
      )
    }
    const { stop } = story
    if (!stop) return story
    const line = stop.line === undefined ? '' : ` in its line ${stop.line}`
    throw new AuthoringError(
      place,
      `this program stops${line}: ${stop.message}`,
      'Mend the program.',
    )
  }
}

function scriptsIn(folder: string): string[] {
  const md = new MarkdownIt()
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      md.parse(readFileSync(path.join(folder, file), 'utf8'), {}),
    )
    .filter(({ type, info }) => type === 'fence' && isScript(info.trim()))
    .map(({ content }) => content.trimEnd())
}
