/** What a reader enters in the page to load a model from this machine. */
import { MODELS } from '../serve.ts'
import { MirrorError } from './file.ts'
import { readMirrorList, type MirrorList } from './mirror.ts'

type Mirrored = MirrorList['models']

/** @throws MirrorError for a folder that has no models */
export async function demandModels(folder: string): Promise<Mirrored> {
  const { models } = await readMirrorList(folder)
  if (models.length > 0) return models
  throw new MirrorError(
    `${folder} has no models.json that names a model. Fill it first: npm run models:mirror -- ID ${folder}`,
  )
}

/** @param site its address, which ends in `/` */
export function addressesOf(models: Mirrored, site: string): string {
  const at = (place: string) => new URL(`.${MODELS}${place}`, site).href
  return models
    .map(
      ({ id, weights, library }) =>
        `\n${id}\n  weights  ${at(weights)}\n  library  ${at(library)}\n`,
    )
    .join('')
}
