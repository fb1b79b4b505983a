/** `models.json` of a mirror: which models a folder has, and of each file its size and hash. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { MirrorError } from './file.ts'

const fileSchema = v.object({
  path: v.string(),
  bytes: v.number(),
  sha256: v.string(),
})
const listSchema = v.object({
  version: v.literal(1),
  models: v.array(
    v.object({
      id: v.string(),
      /** Paths from the list: the folder of weights, and the library. */
      weights: v.string(),
      library: v.string(),
      overrides: v.record(v.string(), v.unknown()),
      files: v.array(fileSchema),
    }),
  ),
})

export type MirrorList = v.InferOutput<typeof listSchema>
export type MirroredModel = MirrorList['models'][number]

/** What a folder has; nothing where there is no list yet. */
export async function readMirrorList(folder: string): Promise<MirrorList> {
  const file = path.join(folder, 'models.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { version: 1, models: [] }
  try {
    return v.parse(listSchema, JSON.parse(text))
  } catch (error) {
    throw new MirrorError(
      `${file} is no list of mirrored models. Delete it; the files beside it stay good.`,
      { cause: error },
    )
  }
}

/** A model that the list has already is replaced. */
export async function addToList(
  folder: string,
  model: MirroredModel,
): Promise<void> {
  const before = await readMirrorList(folder)
  const others = before.models.filter(({ id }) => id !== model.id)
  const list: MirrorList = { version: 1, models: [...others, model] }
  await writeFile(
    path.join(folder, 'models.json'),
    `${JSON.stringify(list, null, 2)}\n`,
  )
}
