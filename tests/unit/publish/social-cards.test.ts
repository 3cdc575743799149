import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { parseHtml } from '../../../src/publish/hast.ts'
import { titleOf } from '../../../src/publish/page-facts.ts'
import { fontFile } from '../../../src/publish/font-file.ts'
import { drawIcons, letterMark } from '../../../src/publish/icons/draw-icons.ts'
import { drawCard, type CardLook } from '../../../src/publish/site-steps/draw-card.ts'

const look: CardLook = { inks: ['#8a4117', '#1d5a3c'], hasConductors: false }

test('a card has author, title and subtitle of the page', () => {
  const html = `<meta property="og:site_name" content="Ausgabe"><p class="text-author">A. Autorin</p>
    <h1> Titel &amp; mehr <span class="text-subtitle">Unter<em>titel</em></span></h1>`
  assert.deepEqual(titleOf(parseHtml(html)), {
    author: 'A. Autorin',
    title: 'Titel & mehr',
    subtitle: 'Untertitel',
    site: 'Ausgabe',
  })
})

test('a page without a subtitle has a card too', () => {
  assert.equal(titleOf(parseHtml('<h1>Titel</h1>')).subtitle, '')
})

const titles = {
  'a long title':
    'Ein <Titel>, der länger ist & höher, als Titel sein sollten, und doch auf die Karte soll',
  'one long word': 'Wissenschaftlichkeitsanforderungen',
  'a word that has to be broken':
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbaugesellschaft',
  'a title that has to be cut': 'Worüber man reden kann, und was man dazu wissen muss. '.repeat(20),
  'a word without end': 'x'.repeat(400),
  'a word far wider than a picture can be': 'Ä'.repeat(5000),
  'a lone bracket': 'Kleiner < Größer',
  'no letter at all': '…',
  'nothing to be seen': '\u00ad',
}

for (const [name, title] of Object.entries(titles))
  test(`a card is 1200 by 630 and small with ${name}`, async () => {
    for (const words of [
      { author: 'A', title, subtitle: title, site: 'B' },
      { author: title, title: 'A', subtitle: '', site: title },
    ]) {
      const card = await drawCard(words, look, await fontFile())
      const { width, height, format } = await sharp(card).metadata()
      assert.deepEqual([width, height, format], [1200, 630, 'png'])
      assert.ok(card.length < 60_000, `${card.length} bytes`)
    }
  })

test('letters are drawn on cards, also after the icons', async () => {
  await drawIcons(letterMark({ title: 'Ufer', inks: undefined }), {
    title: 'Ufer',
    inks: undefined,
  })
  const card = async (title: string) =>
    drawCard({ author: 'A', title, subtitle: '', site: 'B' }, look, await fontFile())
  // Boxes for letters would all be the same.
  assert.notDeepEqual(await card('nnnnnnnn'), await card('mmmmmmmm'))
  assert.notDeepEqual(await card('bbbb'), await card('dddd'))
})
