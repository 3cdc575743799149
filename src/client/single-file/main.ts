/**
 * Entry of the one-file edition (of a text, or of all texts): all scripts of the pages. The publish step
 * (publish/site-steps/single-file/script.ts) replaces `search/prefetch.ts` and `search/lexicon.ts` by the files of the
 * same name in this folder.
 */
import '../page.ts'
import '../text.ts'
import { start as notes } from '../annotations/page/index.ts'

void notes(document)
