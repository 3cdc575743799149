import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { byTag, find } from '../../../src/publish/hast.ts'
import { Page, sealOf } from '../../../src/publish/page.ts'
import { openSite } from '../../../src/publish/site.ts'

const folder = mkdtempSync(join(tmpdir(), 'site-'))
after(() => rmSync(folder, { recursive: true }))
const address = new URL('https://example.org/')

test('a file of the older site is taken over with the same name and bytes alone', async () => {
  const [older, newer] = [join(folder, 'older'), join(folder, 'newer')]
  for (const path of [older, newer]) mkdirSync(path)
  writeFileSync(join(older, 'uhren.html'), 'Uhren')
  const facts = { folder: newer, address, audience: 'local', olderFolder: older }
  const site = await openSite(facts)
  assert.equal(await site.takeOver('uhren.html', sealOf('Pendel')), false)
  assert.equal(await site.takeOver('pendel.html', sealOf('Uhren')), false)
  assert.ok(!existsSync(join(newer, 'uhren.html')))
  assert.deepEqual(site.files, [])
  assert.equal(await site.takeOver('uhren.html', sealOf('Uhren')), true)
  assert.equal(readFileSync(join(newer, 'uhren.html'), 'utf8'), 'Uhren')
  assert.deepEqual(site.files, ['uhren.html'])
  rmSync(older, { recursive: true })
  assert.equal(readFileSync(join(newer, 'uhren.html'), 'utf8'), 'Uhren')
  assert.equal(await site.takeOver('uhren.html', sealOf('Uhren')), false, 'there is no older site')
})

test('a site without an older one takes nothing over', async () => {
  const place = join(folder, 'first')
  mkdirSync(place)
  const site = await openSite({ folder: place, address, audience: 'local' })
  assert.equal(await site.takeOver('uhren.html', sealOf('Uhren')), false)
})

/** A page in memory, and how often it has been written. */
function pageOf(html: string) {
  const file = { html, written: 0 }
  const page = new Page('index.html', {
    read: () => file.html,
    write: (html) => {
      file.html = html
      file.written += 1
    },
  })
  return { file, page }
}

test('a page is written once, whatever is done to it, and its seal is that of what is written', () => {
  const { file, page } = pageOf('<h1>Uhren</h1><p>„Größe“</p><i>weg</i>')
  assert.deepEqual(page.seal, sealOf(file.html))
  page.addAttributes(find(page.tree, byTag('p')), { lang: 'de' })
  page.release()
  page.remove(find(page.tree, byTag('i')))
  const { seal } = page
  page.release()
  assert.equal(file.written, 0)
  page.save()
  page.save()
  assert.equal(file.written, 1)
  assert.equal(file.html, '<h1>Uhren</h1><p lang="de">„Größe“</p>')
  assert.deepEqual(seal, { ...sealOf(file.html), bytes: Buffer.byteLength(file.html) })
  page.rewrite((html) => html.replace('Uhren', 'Pendel'))
  assert.deepEqual(page.seal, sealOf(file.html))
  assert.match(file.html, /Pendel.*lang="de"/)
})

test('what is repeated makes the page that it was made of', () => {
  const [made, kept] = [pageOf('<p>Uhr</p>'), pageOf('<p>Uhr</p>')]
  made.page.addAttributes(find(made.page.tree, byTag('p')), { id: 'abs-1' })
  const { changes, facts, seal } = made.page
  kept.page.repeat(changes, facts, seal)
  for (const { page } of [made, kept]) page.save()
  assert.equal(kept.file.html, '<p id="abs-1">Uhr</p>')
  assert.equal(kept.file.html, made.file.html)
  assert.deepEqual(kept.page.seal, sealOf(kept.file.html))
})
