/** The prices' door: whoever is outside of this room imports this file. */
export { priceLevels } from './measured.ts'
export { levelModules, levelSizes, levelText, type LevelSize } from './sizes.ts'
