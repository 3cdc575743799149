import {
  readAnswers,
  saysAnswers,
  type AnswersFile,
} from '../../assignment/exchange/answers-file.ts'
import { readingNotes } from '../exchange/read-file.ts'
import { breath, finish } from '../time-slices.ts'
import type { Sheet } from './overlay.ts'

/** Upper limits, above what any seminar has. */
const mostFiles = 60
const mostMarks = 5000
const largest = 10_000_000

export interface Refused {
  name: string
  reason: string
}

/** Reads files one by one. Files that cannot be read are listed with the reason. */
export async function readSheets(
  files: readonly File[],
): Promise<{ sheets: Sheet[]; answers: AnswersFile[]; refused: Refused[] }> {
  const sheets: Sheet[] = []
  const answers: AnswersFile[] = []
  const refused: Refused[] = []
  for (const [i, file] of files.entries()) {
    const read =
      i < mostFiles
        ? await readSheet(file)
        : `Es lassen sich nicht mehr als ${mostFiles} Dateien auslegen.`
    if (typeof read === 'string') refused.push({ name: file.name, reason: read })
    else if ('answers' in read) answers.push(read)
    else sheets.push(read)
  }
  return { sheets, answers, refused }
}

async function readSheet(file: File): Promise<Sheet | AnswersFile | string> {
  if (file.size > largest) return 'Die Datei ist zu groß.'
  const json = await file.text().catch(() => null)
  if (json === null) return 'Die Datei lässt sich nicht öffnen.'
  if (saysAnswers(json)) {
    const read = readAnswers(json)
    return 'fault' in read ? read.fault : read.value
  }
  await breath()
  const read = (await finish(readingNotes(json)))!
  if ('fault' in read) return read.fault
  const count = read.value.entries.length
  if (count === 0 && read.value.foreign.length > 0) return 'Keine Notiz der Datei ist lesbar.'
  if (count > mostMarks)
    return `Die Datei enthält ${count} Notizen; mehr als ${mostMarks} sind nicht vorgesehen.`
  return { name: file.name.replace(/\.[^.]*$/, ''), file: read.value }
}
