/** What the page of a text has besides. */
import './page.ts'
import { start as annotations } from './annotations/index.ts'
import { start as assignment } from './assignment/index.ts'
import { start as glosses } from './glosses/index.ts'
import { start as margin } from './margin/index.ts'
import { start as passage } from './selection-bar/index.ts'
import { start as places } from './go-to/index.ts'
import { start as paper } from './print/index.ts'
import { start as reading } from './reading-place/index.ts'
import { start as quietCalls } from './settings/quiet.ts'

// The view of an assignment comes before what follows it; the dose decides which glosses the margin has to place.
const parts = [
  assignment,
  glosses,
  margin,
  quietCalls,
  reading,
  places,
  passage,
  annotations,
  paper,
]
for (const start of parts) start(document)
