/** The commands as an editor runs them, on the small edition. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { copyEdition, quiet, type EditionCopy } from '../edition-copy.ts'
import { editions } from '../fixture-edition.ts'

const path = 'content/texts/uhren.md'

let copy: EditionCopy
let running: ChildProcess | undefined
test.beforeEach(async () => {
  copy = await copyEdition({}, editions.small)
})
test.afterEach(async () => {
  running?.kill()
  running = undefined
  await copy.remove()
})

/** Starts a command that goes on; resolves with the address it says. */
function start(args: string[]): Promise<string> {
  const child = spawn(process.execPath, ['src/publish/cli.ts', ...args], {
    cwd: copy.folder,
    env: { ...process.env, ...quiet },
  })
  running = child
  let said = ''
  return new Promise((answer, refuse) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const [address] = /http:\/\/localhost:\d+\/\S*/.exec(said) ?? []
      if (address) answer(address)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', () => refuse(new Error(said)))
  })
}

async function edit(from: string, to: string): Promise<void> {
  const file = join(copy.folder, path)
  await writeFile(file, (await readFile(file, 'utf8')).replace(from, to))
}

test('a build with problems prints them all, fails once and leaves no text behind', async () => {
  await edit('ein Quarz', 'ein <Moment> Quarz[^9]')
  const { code, output } = await copy.node(['src/publish/cli.ts', 'build'])
  expect(code).toBe(1)
  expect(output).toMatch(/2 problem\(s\) in content\//)
  expect(output).toMatch(
    /uhren\.md:26:25: .* \[raw-html\]\n.*uhren\.md:26:39: .* \[call-without-note\]/,
  )
  expect(output).not.toMatch(/^\s+at /m)
  const dist = join(copy.folder, 'dist')
  for (const name of existsSync(dist) ? readdirSync(dist, { recursive: true }) : []) {
    const file = join(dist, String(name))
    if (statSync(file).isFile()) expect(readFileSync(file, 'utf8'), file).not.toContain('Pendel')
  }
})

test('check finds the same problems without a build', async () => {
  await edit('ein Quarz', 'ein <Moment> Quarz')
  const { code, output } = await copy.node(['src/edition/check.ts'])
  expect(code).toBe(1)
  expect(output).toMatch(/uhren\.md:26:25: .* \[raw-html\]/)
})

test('dev shows problems in the browser and goes on when they are mended', async ({ page }) => {
  test.slow()
  const text = `${await start(['dev', '--audience', 'local', '--port', '0'])}texte/uhren/`
  // Not by the page: its own reloads would cross those of the test.
  const status = async () => (await page.request.get(text, { timeout: 60_000 })).status()
  expect(await status()).toBe(200)
  await edit('ein Quarz', 'ein <Moment> Quarz')
  await expect.poll(status, { timeout: 60_000 }).toBe(500)
  await page.goto(text)
  await expect(page.locator('vite-error-overlay')).toContainText('uhren.md:26:25', {
    timeout: 20_000,
  })
  await expect(page.locator('vite-error-overlay')).toContainText('[raw-html]')
  await edit('ein <Moment> Quarz', 'ein Schwingquarz')
  await expect.poll(status, { timeout: 60_000 }).toBe(200)
  expect(await (await page.request.get(text)).text()).toContain('Schwingquarz')
})

test('start builds, serves, and takes another port when its own is taken', async ({ request }) => {
  test.slow()
  const other = createServer()
  await new Promise<void>((ready) => other.listen(0, 'localhost', ready))
  const { port } = other.address() as AddressInfo
  const address = await start(['start', '--audience', 'local', '--port', String(port)])
  expect(Number(new URL(address).port)).not.toBe(port)
  const response = await request.get(`${address}texte/uhren/`)
  expect(response.status()).toBe(200)
  other.close()
})
