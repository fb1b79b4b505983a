/** Which model to take in the place of one that does not run. */
import { firstGroups, type ShownModel } from '../../figures/model-choice.ts'

/**
 * @param refused whether this device cannot run one
 * @returns of those that stand first, the largest that takes less memory; undefined where none does
 */
export function smallerThan<M extends ShownModel>(
  model: M,
  all: readonly M[],
  refused: (model: M) => boolean,
): M | undefined {
  const most = model.gpuBytes || Infinity
  return firstGroups(all)
    .flatMap(({ models }) => models)
    .filter((one) => one.gpuBytes < most && one.id !== model.id)
    .filter((one) => !refused(one))
    .sort((one, other) => other.gpuBytes - one.gpuBytes)[0]
}
