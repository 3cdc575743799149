/**
 * `node tests/bench/dev.ts [TEXTS]`: how soon `npm run dev` shows a change of one text of a shelf, in milliseconds from
 * the writing of the file to the page that has it.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { shelfProject } from './projects.ts'

const [count = 100] = process.argv.slice(2).map(Number)
const project = await shelfProject(count)
try {
  const address = await project.start(['dev', '--audience', 'local', '--port', '0'])
  const page = `${address}texte/text-1/`
  const pageNow = async () => (await fetch(page)).text()
  const started = performance.now()
  await pageNow()
  console.log(`the first page of ${count} texts: ${Math.round(performance.now() - started)} ms`)
  const path = join(project.folder, 'content/texts/text-1.md')
  for (let round = 1; round <= 5; round++) {
    const source = await readFile(path, 'utf8')
    const word = `Neuwort${round}`
    const written = performance.now()
    await writeFile(path, source.replace(/\n## /, `\nEin ${word} steht hier.\n\n## `))
    while (!(await pageNow()).includes(word)) await wait(10)
    console.log(`change ${round}: ${Math.round(performance.now() - written)} ms`)
  }
} finally {
  await project.remove()
}
