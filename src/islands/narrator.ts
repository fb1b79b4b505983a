/** The engine that all islands of a page tell with. */
import { wllama } from '../engines/wllama.ts'
import { Narrator } from './narrating.ts'

export const narrator = new Narrator(wllama)
