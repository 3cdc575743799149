/** Entry point of the pages of texts. */
import './page.ts'
import { start as annotations } from './annotations/index.ts'
import { start as assignment } from './assignment/index.ts'
import { start as glosses } from './glosses/index.ts'
import { start as margin } from './margin/index.ts'
import { start as selectionBar } from './selection-bar/index.ts'
import { start as goTo } from './go-to/index.ts'
import { start as print } from './print/index.ts'
import { start as reading } from './reading-place/index.ts'

// Order matters: an assignment changes settings that the others read; glosses decides which glosses the margin places.
const parts = [assignment, glosses, margin, reading, goTo, selectionBar, annotations, print]
for (const start of parts) start(document)
