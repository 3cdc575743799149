import { newKey, type Assignment } from '../../../contract/assignment/model.ts'
import { announce } from '../../platform/announce.ts'
import { save } from '../../platform/save.ts'
import { nameOf } from '../answers.ts'
import { fileName } from '../file-name.ts'
import { passageFile } from '../save-passage.ts'
import { sayPassage } from '../say.ts'
import { plainPackage, scormPackage } from './package.ts'
import runtime from './runtime.js?raw'

export interface CourseOrder {
  form: 'scorm' | 'zip'
  textAddress: string
  assignment: Assignment
  /** Of the assignment. */
  address: string
  /** Under which answers are kept; made of the assignment where nothing else is said. */
  name?: string
}

/** Saves the passage with questions and fields for answers, for a course or as a folder. */
export async function saveCourse(root: Document, order: CourseOrder): Promise<void> {
  const { form, textAddress, assignment, address, name = nameOf(assignment) } = order
  const course = { runtime, nonce: newKey(12), name }
  const html = await passageFile(textAddress, assignment, address, course)
  if (!html)
    return announce(
      root,
      'Die Datei konnte nicht erstellt werden. Vielleicht fehlt die Verbindung.',
    )
  const title = assignment.title || sayPassage(assignment)
  const make = form === 'scorm' ? scormPackage : plainPackage
  const zip = make({ html, title, id: name }, new Date())
  save(root, `${fileName(title)}-${form}.zip`, 'application/zip', zip)
  return announce(root, said[form])
}

const said = {
  scorm:
    'Gespeichert. Laden Sie die Datei im Kurs als SCORM-Paket hoch. Antworten bleiben im Browser und kommen als Datei zurück.',
  zip: 'Gespeichert. Entpackt öffnet sich index.html in jedem Browser.',
}
