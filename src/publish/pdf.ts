/**
 * `npm run pdf -- SLUG [--format a5|b5|a4] [--size 9.5] [--glosses margin|list] [--ebd resolved|printed] [--archive]
 * [--from 12] [--to 20] [--out FILE]`: sets a text, or a passage of it, as PDF without building the site; what is not
 * said is as in `pdf` of edition.yaml. `--session SLUG` instead of a text sets the worksheet of a session.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { openEdition } from '../edition/open.ts'
import { formatProblems } from '../problems/problem.ts'
import { enterEdition, Refused, runCommand } from '../workspace/index.ts'
import { addressHere, saidAddress } from './address.ts'
import { makeForm } from './forms/make-form.ts'
import { pdfOrder, readArguments } from './pdf-order.ts'
import { formatBytes } from './placeholders.ts'

await runCommand(() => run(process.argv.slice(2)))

async function run(args: string[]): Promise<void> {
  const asked = readArguments(args)
  const { from } = enterEdition()
  // All texts are on this machine, and so is the PDF.
  const { edition, problems } = await openEdition('local')
  if (!edition) {
    const errors = problems.filter(({ severity }) => severity === 'error')
    throw new Refused(`${formatProblems(errors)}\nCorrect content/ first.`)
  }
  const address = saidAddress()
  const { site, base } = address ?? addressHere(4321)
  const { name, order } = pdfOrder(edition, asked, site + base)
  const made = await makeForm(order)
  if ('fault' in made) throw new Refused(made.fault)
  const out = asked.out ?? name
  await writeWhole(asked.out === undefined ? name : resolve(from, asked.out), made.bytes)
  const { paper, size } = order.layout
  console.log(`${out}: ${paper.toUpperCase()}, ${size} pt, ${formatBytes(made.bytes.length)}`)
  if (!address)
    console.log(
      'The edition has no address (“address” in content/edition.yaml, or SITE): those in the PDF lead to this machine.',
    )
}

/** A file is replaced by the whole new one or stays as it was. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = join(dirname(path), `.${randomUUID()}.part`)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(part, bytes)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw new Refused(`${path} cannot be written: ${(error as Error).message}.`)
  }
}
