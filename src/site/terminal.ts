/** Terminals: a fence becomes an island with the tools, its files and its log. */
import type MarkdownIt from 'markdown-it'
import { goalsMarkup, trayMarkup, turnMarkup } from '../figures/terminal.ts'
import { trayOf } from '../terminal/terminal.ts'
import { TerminalFault, type BakedTerminal } from './baked-terminal.ts'
import {
  bar,
  button,
  card,
  demandOwnTitle,
  head,
  primaryButton,
} from './card.ts'
import { serveFences } from './fences.ts'
import { AuthoringError, type Env } from './place.ts'
import type { Kitchen } from './runnable.ts'
import {
  isTerminal,
  parseTerminal,
  type TerminalFence,
} from './terminal-fence.ts'

export function terminals(md: MarkdownIt, kitchen: Kitchen): void {
  serveFences(md, isTerminal, ({ info, content, env, place }) => {
    const terminal = parseTerminal(info, content, place)
    demandOwnTitle(terminal.title, env, place)
    const baked = bakedOf(info, content, kitchen, place)
    return terminalCard(terminal, baked, kitchen, env, md)
  })
}

function bakedOf(
  info: string,
  content: string,
  { bakery }: Kitchen,
  place: string,
): BakedTerminal {
  try {
    return bakery.terminals.get(info, content)
  } catch (error) {
    if (!(error instanceof TerminalFault)) throw error
    throw new AuthoringError(place, error.message, error.advice)
  }
}

function terminalCard(
  { title, goals, way, lines }: TerminalFence,
  { turns, files }: BakedTerminal,
  kitchen: Kitchen,
  env: Env,
  md: MarkdownIt,
): string {
  const given = Object.fromEntries(
    [...files].map(([name, bytes]) => [
      name,
      Buffer.from(bytes).toString('base64'),
    ]),
  )
  const goalItems = goals.map(({ words, goal }) => ({
    words: md.renderInline(words, { page: env.page }),
    goal,
  }))
  return card(kitchen, {
    name: 'tool-terminal',
    title,
    source: [lines, goals],
    env,
    attributes: { 'data-files': JSON.stringify(given) },
    body: (key) => `${head(title)}<div class="terminal">
<div class="terminal-log" role="log" aria-label="Terminal" tabindex="0">${turns.map(turnMarkup).join('')}</div>
<p class="terminal-line"><label class="prompt" for="${key}-line">$</label><input id="${key}-line" type="text" aria-label="Command line" data-enter="run" spellcheck="false" autocapitalize="off" autocomplete="off" autocorrect="off" enterkeyhint="go" disabled></p>
<p class="terminal-choices" role="status" hidden></p></div>
<p class="kept" role="status" hidden>&nbsp;<button type="button" data-act="run-kept" disabled>Run them again</button></p>
${bar(primaryButton('run', 'Run'), '', button('reset', 'Reset'))}${goalsMarkup(goalItems, way)}<div class="tray"><p class="tray-head"><span>Files</span><label class="file-choice"><span>Add files</span><input type="file" multiple aria-label="Add files" disabled></label></p><ul aria-label="Files">${trayMarkup(trayOf(files, []))}</ul></div>`,
  })
}
