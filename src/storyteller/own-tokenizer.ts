/** The tokenizer that the storyteller was trained with. */
import { Tokenizer } from './tokenizer.ts'
import file from './weights/tokenizer.json' with { type: 'json' }

export const ownTokenizer = new Tokenizer(file)
