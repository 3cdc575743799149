/** The engine as the package that npm makes of it. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { quiet } from './edition-copy.ts'

const root = resolve(import.meta.dirname, '..')
const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string }

interface Packed {
  filename: string
  /** Bytes of the tarball. */
  size: number
  files: { path: string }[]
}

/** Packs the engine into the folder. */
export function pack(folder: string): Packed {
  const args = ['pack', '--json', '--pack-destination', folder]
  const said = execFileSync('npm', args, { cwd: root, shell: process.platform === 'win32' })
  const [packed] = Object.values(JSON.parse(said.toString()) as Packed[])
  return packed!
}

/** Puts a packed engine where npm would install it, without the packages that it needs. */
export function unpackBelow(folder: string, tarball: string): void {
  const packages = join(folder, 'node_modules')
  mkdirSync(packages, { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '-C', packages])
  renameSync(join(packages, 'package'), join(packages, name))
}

const runIn = (folder: string) => join(folder, 'node_modules', name, 'src/command/run.js')

/** Starts a server by the installed command. */
export const startCommand = (folder: string, args: string[]) =>
  spawn(process.execPath, [runIn(folder), ...args], {
    cwd: folder,
    env: { ...process.env, ...quiet },
  })

/** The installed command, as `npx` runs it. */
export function command(folder: string, args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [runIn(folder), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...quiet, ...env },
  })
  return { code: status, output: stdout + stderr }
}
