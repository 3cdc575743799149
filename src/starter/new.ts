/**
 * `npm run new -- ../my-edition [--title T] [--editors E] [--licence L] [--address A] [--language de] [--yes]`: writes the
 * folder of a new edition. What no flag says is asked; `--yes` takes what is usual.
 */
import { existsSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { calledIn, engineVersion, installedIn, Refused, runCommand } from '../workspace/index.ts'
import { answersSchema, faultOf, questions, type Answers } from './answers.ts'
import { editionFiles } from './edition-files.ts'
import { writeFiles } from './disk.ts'
import { packageFiles } from './package-file.ts'
import { hashOf, recordFile, writeRecord } from './record.ts'

const word = { type: 'string' } as const
const options = {
  ...{ title: word, editors: word, licence: word, address: word, language: word },
  yes: { type: 'boolean', short: 'y', default: false },
} as const

await runCommand(async () => {
  const { positionals, values } = argumentsOf(process.argv.slice(2))
  const [named] = positionals
  if (named === undefined || positionals.length > 1)
    throw new Refused('Name the folder of the new edition, as npm run new -- ../my-edition.')
  const folder = resolve(calledIn(), named)
  refuseTaken(folder)
  const answers = await answered(values)
  const files = editionFiles(answers)
  const present = Object.keys(files).filter((path) => existsSync(resolve(folder, path)))
  if (present.length > 0)
    throw new Refused(
      `${folder} has ${present.join(', ')} already, and nothing is overwritten. Name another folder.`,
    )
  const hashes = Object.entries(files).map(([path, content]) => [path, hashOf(content)])
  const record = { engine: engineVersion(), answers, files: Object.fromEntries(hashes) }
  writeFiles(folder, { ...files, [recordFile]: writeRecord(record), ...packageFiles(folder) })
  for (const line of nextSteps(folder, Object.keys(files).length)) console.log(line)
})

function argumentsOf(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    throw new Refused((error as Error).message)
  }
}

function refuseTaken(folder: string): void {
  if (!existsSync(folder)) return
  if (!statSync(folder).isDirectory())
    throw new Refused(`${folder} is a file. Name a folder that is not there yet.`)
  if (existsSync(resolve(folder, 'content')))
    throw new Refused(`${folder} has a content/ already. Name a folder that is not there yet.`)
}

async function answered(
  said: Partial<Record<keyof Answers, string>> & { yes: boolean },
): Promise<Answers> {
  const answers: Record<string, string> = {}
  for (const { name } of questions) {
    const value = said[name]
    const fault = value === undefined ? null : faultOf(name, value)
    if (fault) throw new Refused(`--${name} “${value}”: ${fault}`)
  }
  const open = questions.filter(({ name }) => said[name] === undefined)
  for (const { name } of questions) if (said[name] !== undefined) answers[name] = said[name]
  if (said.yes) for (const { name, usual } of open) answers[name] = usual
  else if (open.length > 0) await ask(open, answers)
  return answersSchema.parse(answers)
}

/** Asks until each answer can be used; an empty one is the usual. */
async function ask(open: typeof questions, answers: Record<string, string>): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  const read = lines[Symbol.asyncIterator]()
  for (const { name, asks, usual } of open)
    for (;;) {
      process.stdout.write(`${asks}${usual && ` (${usual})`}: `)
      const { value, done } = await read.next()
      if (done)
        throw new Refused('\nNo more answers came; nothing is written. --yes takes what is usual.')
      const answer = value.trim() || usual
      const fault = faultOf(name, answer)
      answers[name] = answer
      if (!fault) break
      console.log(fault)
    }
  lines.close()
}

function nextSteps(folder: string, count: number): string[] {
  const path = relative(process.cwd(), folder) || '.'
  const edition = /\s/.test(path) ? `"${path}"` : path
  const steps: [string, string][] = [
    ['npm run dev', 'shows it while you write'],
    ['npm run check', 'says what is wrong, with place and remedy'],
  ]
  if (installedIn === null)
    steps.unshift([
      process.platform === 'win32' ? `$env:EDITION = "${path}"` : `export EDITION=${edition}`,
      'once in each terminal, in this folder: the commands then work on it',
    ])
  else if (installedIn !== folder) steps.unshift(['npm install', 'installs the engine there'])
  if (installedIn !== null && path !== '.') steps.unshift([`cd ${edition}`, 'goes to the edition'])
  const width = Math.max(...steps.map(([command]) => command.length))
  return [
    `Wrote ${count} files into ${folder}`,
    '',
    ...steps.map(([command, does]) => `  ${command.padEnd(width)}  ${does}`),
    '',
    'ANLEITUNG.md leads from the first text to the published edition, each step shown.',
    'content/texts/beispiel.md shows what can be written; remove it, the two files beside it and public/beispiel-uhr.svg when you do not need it.',
  ]
}
