#!/usr/bin/env node
/**
 * The command of the installed package: `am-harten-kern-edition COMMAND …` does what `npm run COMMAND -- …` does in the
 * folder of the code. Every Node reads this file, also one that is too old for the others.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandsOf } from './commands.js'

const engine = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const {
  name: own,
  version,
  scripts,
} = JSON.parse(readFileSync(join(engine, 'package.json'), 'utf8'))
const commands = commandsOf(engine, scripts)

const [asked = '--help', ...rest] = process.argv.slice(2)
const command = commands.get(asked)
if (command) run(command)
else if (asked === '--version') console.log(version)
else if (asked === '--help') console.log(usage())
else {
  console.error(`“${asked}” is no command. ${usage()}`)
  process.exitCode = 1
}

function usage() {
  return `Say ${own} with one of these; README.md of the package says what they do.\n\n  ${[...commands.keys()].join('\n  ')}\n`
}

/**
 * In a process of its own, whose options its threads and the processes that it starts inherit.
 * @param {string[]} command
 */
function run([module = '', ...args]) {
  const node = nodeToRun()
  if (!node) {
    console.error(
      `This is Node ${process.versions.node}, and it needs 22.18 or later. Install a newer one, or say “npm install node@24 --allow-scripts=node”.`,
    )
    process.exitCode = 1
    return
  }
  const types = new URL('./strip-types.js', import.meta.url).href
  const child = spawn(
    node,
    [
      ...['--disable-warning=ExperimentalWarning', '--import', types],
      ...[join(engine, module), ...args, ...rest],
    ],
    { stdio: 'inherit' },
  )
  // Ctrl+C reaches both; the child ends first.
  process.on('SIGINT', () => {})
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    } else process.exitCode = code
  })
}

/** This Node, else that of the packages. */
function nodeToRun() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  try {
    const require = createRequire(import.meta.url)
    const { bin } = require('node/package.json')
    const path = join(dirname(require.resolve('node/package.json')), bin.node)
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}
