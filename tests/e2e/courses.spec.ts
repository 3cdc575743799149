import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { manifestOf } from '../../src/client/assignment/course/package.ts'
import { sessions } from '../fixture-edition.ts'
import { fillForm, local, makeLink, test } from './assignment-page.ts'
import { manifestFaults } from './manifest-faults.ts'

const course = 'https://kurs.example/'
const scorm = /^Für Moodle, ILIAS, OPAL, OpenOlat/
const player = createRequire(import.meta.url).resolve('scorm-again/scorm12/min')

const openSession = (page: Page) => page.goto(`${local.url}seminar/${sessions.second}/`)

/** The files of the package that a button saves. */
async function packed(page: Page, button: RegExp): Promise<Record<string, string>> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).first().click(),
  ])
  const files = Object.entries(unzipSync(readFileSync(await saved.path())))
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]))
}

for (const where of ['a session', 'the form'] as const)
  test(`the manifest of a package from ${where} is valid`, async ({ page }) => {
    if (where === 'a session') await openSession(page)
    else {
      await fillForm(page)
      await makeLink(page)
    }
    const files = await packed(page, scorm)
    expect(Object.keys(files)).toEqual(['imsmanifest.xml', 'index.html'])
    expect(await manifestFaults(files['imsmanifest.xml']!)).toEqual([])
  })

test('a manifest is valid whatever its title is, and a broken one is refused', async () => {
  for (const [title, id] of [
    ['Rad & Takt <x> ]]>', 'a_b-1'],
    ['時'.repeat(300), '-A'],
    ['🜁'.repeat(150), 'ä'],
    ['\u0001', ''],
    ['', '1.2'],
  ] as const)
    expect(await manifestFaults(manifestOf({ html: '', title, id })), title).toEqual([])

  const whole = manifestOf({ html: '', title: 'Takt', id: 'takt' })
  for (const [from, to, said] of [
    ['identifierref=', 'identifierRef=', /identifierRef/],
    ['scormtype="sco"', 'scormtype="SCO"', /scormtype/],
    [' type="webcontent"', '', /'type' is required/],
    [/<resources>.*<\/resources>/s, '', /manifest.*Missing child/],
    ['<title>Takt</title>', '<titel>Takt</titel>', /titel/],
    ['identifier="aufgabe-takt-kurs"', 'identifier="1 kurs"', /xs:ID/],
  ] as const) {
    const broken = whole.replace(from, to)
    expect(broken).not.toBe(whole)
    expect((await manifestFaults(broken)).join('\n')).toMatch(said)
  }
})

test('a course runs the package, and hears of it when the reader says so', async ({ page }) => {
  await openSession(page)
  const files = await packed(page, scorm)
  await page.route(`${course}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    const body = name
      ? files[name]
      : `<title>Kurs</title><script>${readFileSync(player, 'utf8')}</script>
         <script>window.API = new Scorm12API({ autocommit: false, logLevel: 'NONE' })</script>
         <iframe src="/index.html" title="Lektion" width="700" height="600"></iframe>`
    return route.fulfill({ body: body ?? '', contentType: 'text/html; charset=utf-8' })
  })
  const status = () =>
    page.evaluate(() => {
      const { API } = window as unknown as { API: { cmi: { core: { lesson_status: string } } } }
      return API.cmi.core.lesson_status
    })
  await page.goto(course)
  const lesson = page.frameLocator('iframe')
  const done = lesson.locator('[data-done]')
  await expect(done).toBeVisible()
  expect(await status()).toBe('incomplete')
  await lesson.getByRole('textbox').first().fill('Aus dem Kurs.')
  await done.click()
  await expect.poll(status).toBe('completed')

  await page.reload()
  await expect(lesson.getByRole('textbox').first()).toHaveValue('Aus dem Kurs.')
})

test('the ZIP opens from a disk, keeps answers and hands them out', async ({ page }, info) => {
  await openSession(page)
  const files = await packed(page, /^Als ZIP/)
  expect(Object.keys(files)).toEqual(['index.html'])
  const folder = info.outputPath('entpackt')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), files['index.html']!)
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  await expect(page.locator('[data-done]')).toBeHidden()
  await page.getByRole('textbox').first().fill('Von der Platte.')
  await page.reload()
  await expect(page.getByRole('textbox').first()).toHaveValue('Von der Platte.')
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-hand-in]').click(),
  ])
  expect(readFileSync(await saved.path(), 'utf8')).toContain('Von der Platte.')
})
