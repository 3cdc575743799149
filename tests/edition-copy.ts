import {
  execFile,
  spawn,
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
} from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { editions } from './fixture-edition.ts'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '..')

export interface EditionCopy {
  folder: string
  /** Writes files: path → content. */
  write: (files: Record<string, string | Uint8Array>) => Promise<void>
  /** Runs a script of the project in the copy; never throws on a failing exit. */
  node: (args: string[], env?: Record<string, string>) => Promise<{ code: number; output: string }>
  /** Starts a server command, which ends when the copy is removed; resolves with the address it prints. */
  start: (args: string[]) => Promise<string>
  remove: () => Promise<void>
}

const code = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json']

/**
 * The project's code with an edition of the fixtures, in a temporary folder where a test may change and build both.
 * `files`: path → content, added or overwritten. `edition`: a folder with `content/`, and `public/` if it has figures.
 */
export async function copyEdition(
  files: Record<string, string> = {},
  edition: string = editions.whole,
): Promise<EditionCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'edition-'))
  for (const part of code.filter((part) => existsSync(join(root, part))))
    await cp(join(root, part), join(folder, part), { recursive: true })
  for (const part of ['content', 'public'].filter((part) => existsSync(join(edition, part))))
    await cp(join(edition, part), join(folder, part), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  const write = async (files: Record<string, string | Uint8Array>) => {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
  }
  await write(files)
  const running: ChildProcess[] = []
  return {
    folder,
    write,
    node: async (args, env = {}) => {
      try {
        const { stdout, stderr } = await run(process.execPath, args, {
          cwd: folder,
          env: { ...process.env, ...quiet, ...env },
          maxBuffer: 64 * 1024 * 1024,
        })
        return { code: 0, output: stdout + stderr }
      } catch (error) {
        const { code, stdout, stderr } = error as { code?: number; stdout: string; stderr: string }
        return { code: code ?? 1, output: stdout + stderr }
      }
    },
    start: (args) => {
      const child = spawn(process.execPath, ['src/publish/cli.ts', ...args], {
        cwd: folder,
        env: { ...process.env, ...quiet },
      })
      running.push(child)
      return addressSaidBy(child)
    },
    remove: async () => {
      for (const child of running) child.kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** The address that a server prints; if it ends before, an error with what it has printed. */
export function addressSaidBy(server: ChildProcessWithoutNullStreams): Promise<string> {
  let said = ''
  return new Promise((answer, refuse) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const [address] = /http:\/\/localhost:\d+\/\S*/.exec(said) ?? []
      if (address) answer(address)
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.on('exit', () => refuse(new Error(said)))
  })
}

/** Environment of processes whose output is read by a test. */
export const quiet = { ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: '0' }
