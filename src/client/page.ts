/** Entry point of all pages; those of other scripts import it first. */
import './platform/browser-floor.ts'
import { start as keys } from './keys/index.ts'
import { start as offline } from './offline/index.ts'
import { start as search } from './search/index.ts'
import { start as settings } from './settings/index.ts'

for (const start of [settings, keys, search, offline]) start(document)
if (document.querySelector('[data-resume]'))
  void import('./reading-place/landing.ts').then(({ linkBookmarks }) => linkBookmarks(document))
