import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type LaunchOptions } from 'playwright'

/** Chromium without windows, which takes half the time. */
const headlessShell = 'chromium-headless-shell'
const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * Path of a Chromium: CHROMIUM_PATH, the system's headless shell, Playwright's own, the system's with a window, else
 * one installed now.
 */
export function findChromium(): string {
  return present() ?? install()
}

/** Starts Chromium without requests of its own; without sandbox only for root, which cannot use it. */
export function launchOptions(executablePath: string): LaunchOptions {
  const asRoot = process.getuid?.() === 0
  return {
    executablePath,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-first-run',
      '--no-default-browser-check',
    ],
  }
}

function present(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM_PATH is “${named}”, but no file is there. Correct it or unset it.`)
  }
  const shell = onPath([headlessShell])
  if (shell) return shell
  const own = chromium.executablePath()
  return own && existsSync(own) ? own : onPath(systemNames)
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return candidates.find((path) => existsSync(path))
}

function install(): string {
  console.log('No Chromium is here. Playwright downloads one …')
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: true })
  const downloaded = present()
  if (downloaded) return downloaded
  if (onPath(['apt-get'])) {
    console.log('The download failed. Debian’s Chromium is installed …')
    const apt = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get']
    try {
      for (const args of [['update'], ['install', '-y', headlessShell]])
        execFileSync(apt[0]!, [...apt.slice(1), ...args], {
          stdio: 'inherit',
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        })
    } catch (cause) {
      throw new Error(missing, { cause })
    }
    const installed = present()
    if (installed) return installed
  }
  throw new Error(missing)
}

const missing =
  'The browser tests need Chromium. Install Chromium or Chrome with your system’s package manager, or set CHROMIUM_PATH to one.'
