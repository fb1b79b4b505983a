/** The one script on pages without islands, which is a small one. */
import { Keeping } from './keeping.ts'
import { openPage } from './opening.ts'
import { notice } from './slides.ts'

openPage(new Keeping(notice))
