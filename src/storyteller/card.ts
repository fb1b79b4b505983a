/**
 * The tables of the model card, `MODEL.md`, from what was measured. Each stands
 * between two comments with its name, and is written anew by the evaluation.
 */
import { goalOf, ROWS, type Figures } from './figures.ts'
import type { Checkpoint } from './shipping.ts'

/** What `train.py` says about a training. */
interface Training {
  dim: number
  hidden: number
  layers: number
  heads: number
  vocabulary: number
  context: number
  parameters: number
  seed: number
  steps: number
  storiesAStep: number
  /** The version of PyTorch. */
  torch: string
  checkpoints: Checkpoint[]
}

/** What `weights/model.json` has. */
export interface ModelRecord {
  training: Training
  files: Record<string, { bytes: number; sha256: string }>
}

/** @throws Error where the card has no place for a table */
export function withTables(
  card: string,
  record: ModelRecord,
  figures: Figures,
): string {
  const tables = {
    shape: shapeTable(record),
    training: trainingTable(record),
    figures: figuresTable(figures),
    files: filesTable(record),
  }
  return Object.entries(tables).reduce(put, card)
}

function put(card: string, [name, table]: [string, string]): string {
  const [from, to] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->`]
  const start = card.indexOf(from)
  const end = card.indexOf(to)
  if (start < 0 || end < start) throw new Error(`No place for ${name}.`)
  const before = card.slice(0, start + from.length)
  return `${before}\n${table}\n\n${card.slice(end)}`
}

function shapeTable({ training }: ModelRecord): string {
  const rows: [string, number | string][] = [
    ['parameters', training.parameters],
    ['layers', training.layers],
    ['heads a layer', training.heads],
    ['numbers in the state of a token', training.dim],
    ['numbers within feed-forward', training.hidden],
    ['tokens in the vocabulary', training.vocabulary],
    ['tokens that it looks back on', training.context],
    ['steps of training', training.steps],
    ['stories a step', training.storiesAStep],
    ['seed', training.seed],
    ['PyTorch', training.torch],
  ]
  return drawn(
    ['what', 'how much'],
    rows.map(([what, value]) => [what, value.toLocaleString('en')]),
  )
}

function trainingTable({ training }: ModelRecord): string {
  const rows = training.checkpoints.map((each) => [
    each.name,
    each.step.toLocaleString('en'),
    `${(each.tokens / 1e6).toFixed(1)} million`,
    `${(each.seconds / 60).toFixed(0)} min`,
    each.validationLoss.toFixed(4),
  ])
  return drawn(
    ['checkpoint', 'steps', 'tokens seen', 'time', 'validation loss'],
    rows,
  )
}

function figuresTable({ models }: Figures): string {
  const rows = ROWS.map((row) => [
    row.what,
    goalOf(row),
    ...Object.values(models).map((model) => row.shown(row.value(model))),
  ])
  return drawn(['figure', 'goal', ...Object.keys(models)], rows)
}

function filesTable({ files }: ModelRecord): string {
  const rows = Object.entries(files).map(([name, { bytes, sha256 }]) => [
    `\`${name}\``,
    bytes.toLocaleString('en'),
    `\`${sha256}\``,
  ])
  return drawn(['file', 'bytes', 'SHA-256'], rows)
}

/** In the columns that the formatter makes. */
function drawn(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]!.length)),
  )
  const rule = widths.map((width) => '-'.repeat(width))
  const lines = [head, rule, ...rows].map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | '),
  )
  return lines.map((line) => `| ${line} |`).join('\n')
}
