/**
 * `npm run update`: renews the files that `new` has written into an edition and that nobody has changed since, and lists
 * those that were changed here and there. Nothing of the editor is overwritten.
 */
import { existsSync, readFileSync } from 'node:fs'
import { enterEdition, engineVersion, Refused, runCommand } from '../workspace/index.ts'
import { writeFiles } from './disk.ts'
import { editionFiles } from './edition-files.ts'
import { packageFiles } from './package-file.ts'
import { readRecord, recordFile, writeRecord } from './record.ts'
import { renew } from './renew.ts'

await runCommand(() => {
  const { folder } = enterEdition()
  const content = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null)
  const record = readRecord(content(recordFile) ?? '')
  if (!record)
    throw new Refused(
      `${folder} has no ${recordFile} that npm run new has written, so that nobody knows which files are unchanged. Nothing is renewed.`,
    )
  const { write, conflicts, hashes } = renew(editionFiles(record.answers), record, content)
  writeFiles(folder, {
    ...write,
    [recordFile]: writeRecord({ ...record, engine: engineVersion(), files: hashes }),
    ...packageFiles(folder),
  })
  for (const path of Object.keys(write)) console.log(`Renewed ${path}`)
  for (const path of conflicts)
    console.log(
      `${path}: changed by you, and in the engine since; left as it is. Compare it with that of a new edition.`,
    )
  const { engine } = record
  console.log(
    `${Object.keys(write).length} file(s) renewed, ${conflicts.length} left to you; the engine was ${engine} and is ${engineVersion()}. Say npm run check.`,
  )
})
