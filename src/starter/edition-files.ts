import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { peopleIn } from '../edition/read/joined-authors.ts'
import { freezeSource } from '../edition/ledger/freeze-source.ts'
import { contentFormat } from '../edition/model/schemas.ts'
import type { Answers } from './answers.ts'

/** Path in the folder of the edition → content. */
export type Files = Readonly<Record<string, string>>

const templates = join(import.meta.dirname, 'edition')

/** What the editor alone writes after it was made, so that no newer engine renews it. */
export const metadataFile = 'content/edition.yaml'

const wordlist = 'content/wordlist.txt'

/** The files of a new edition. */
export function editionFiles(answers: Answers): Files {
  const files: Record<string, string> = { [metadataFile]: metadata(answers) }
  for (const entry of globSync('**/*', { cwd: templates, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = file.slice(templates.length + 1).replaceAll('\\', '/')
    // npm leaves a file of the name .gitignore out of a package.
    files[path === 'gitignore' ? '.gitignore' : path] = filled(readFileSync(file, 'utf8'), answers)
  }
  files[wordlist] = withWords(files[wordlist]!, [answers.editors, answers.licence])
  // So that the example can be published as it is.
  for (const path of Object.keys(files).filter((path) => /^content\/texts\/.*\.md$/.test(path))) {
    const { written } = freezeSource(path, files[path]!, null)
    if (written) files[path.replace(/\.md$/, '.ledger.json')] = written
  }
  return files
}

/** A dictionary need not know the names of editors. */
function withWords(list: string, phrases: readonly string[]): string {
  const words = phrases.flatMap((phrase) => phrase.match(/[\p{L}\p{M}'’]{2,}/gu) ?? [])
  return `${[...new Set([...list.trim().split('\n'), ...words])].sort().join('\n')}\n`
}

function metadata({ title, editors, licence, address, language }: Answers): string {
  const several = peopleIn(editors)
  return stringify({
    format: contentFormat,
    title,
    description: 'Eine kommentierte Leseausgabe.',
    editors: several.length > 1 ? several : editors,
    licence,
    language,
    ...(address && { address }),
  })
}

const filled = (template: string, answers: Answers): string =>
  template.replace(/\{\{(editors|licence)\}\}/g, (_, name: 'editors' | 'licence') =>
    asWords(answers[name]),
  )

/** Words that no sign in them makes into markup. */
const asWords = (words: string): string => words.replace(/[\\`*_[\]<>@^#&!|~$]/g, '\\$&')
