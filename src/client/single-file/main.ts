/**
 * The script of a text or of the edition as one file: all that the pages have. Where search asks for its index,
 * the publish step puts `file-ahead.ts` and `file-lexicon.ts` in the place of their namesakes.
 */
import { start as notes } from '../annotations/page/index.ts'
import '../page.ts'
import '../text.ts'

void notes(document)
