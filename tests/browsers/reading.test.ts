/**
 * `npm run test:browsers [-- files]`: the core of the reading in Firefox and in WebKit, each skipped where it is not
 * installed. PICTURES: a folder for what the windows show, to be looked at.
 */
import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { encodeAssignment } from '../../src/contract/assignment/codec.ts'
import { settingsKey } from '../../src/contract/storage-keys.ts'
import { builtSites } from '../e2e/sites.ts'
import { texts } from '../fixture-edition.ts'
import { beside, inFlow } from '../layout/expect.ts'
import { inspect } from '../layout/inspect.ts'
import { closeAll, enter, openEvery } from '../layout/page-actions.ts'
import { createHost, type Host } from '../offline/site.ts'
import { hitsInFile } from '../search/in-file.ts'
import { serve, type StaticServer } from '../../src/publish/serve.ts'
import { click, keys, pressedWith, typed, until, type Browser } from './browser.ts'
import { findFirefox, launchFirefox } from './firefox.ts'
import { onPaper } from './on-paper.ts'
import { emptyPage, findWebKit, launchWebKit } from './webkit.ts'

const widths = [390, 768, 1024, 1440] as const
const themes = ['light', 'dark'] as const
const [firefox, webkit] = [findFirefox(), findWebKit()]
const stands = (selector: string) => document.querySelector(selector) !== null
const press = (selector: string) => document.querySelector<HTMLElement>(selector)!.click()

for (const [name, launch] of [
  ['Firefox', firefox ? () => launchFirefox(firefox) : null],
  ['WebKit', webkit ? () => launchWebKit(webkit) : null],
] as const)
  describe(name, { skip: launch ? false : `no ${name} is here` }, () => {
    let browser: Browser
    let host: Host
    let server: StaticServer
    before(async () => {
      host = await createHost(builtSites().local.folder)
      await writeFile(join(host.folder, emptyPage), '<!doctype html><title>empty</title>')
      server = await serve(host.folder)
      await start()
    })
    // A test in which the browser has crashed is no fault of the next one.
    beforeEach(async () => {
      if (await browser.evaluate(() => true).catch(() => false)) return
      await browser.close()
      await start()
    })
    after(async () => {
      // Not there if it could not be started.
      await (browser as Browser | undefined)?.close()
      await server.stop()
      await host.remove()
    })

    const start = async () => {
      browser = await launch!()
      await browser.resize(1440, 900)
      await browser.visit(server.url)
    }
    const textAt = (slug: string, rest = '') => `${server.url}texte/${slug}/${rest}`
    const open = async (rest = '', slug: string = texts.small) => {
      // An address that differs in its fragment alone would not load anew.
      await browser.visit(new URL(emptyPage, server.url).href)
      await browser.visit(textAt(slug, rest))
      await until(browser, 'the margin', stands, 'article[data-placed]')
    }
    const picture = async (of: string) => {
      const folder = process.env.PICTURES
      if (!folder) return
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, `${name}-${of}.png`), await browser.screenshot())
    }
    const keepTheme = (theme: string) =>
      browser.evaluate(
        (name, theme) => localStorage.setItem(name, JSON.stringify({ theme })),
        settingsKey,
        theme,
      )

    for (const width of widths)
      for (const theme of themes)
        test(`${width} px, ${theme}: notes and glosses stand apart, or open where they are called`, async () => {
          await browser.resize(width, 900)
          await browser.visit(server.url)
          await keepTheme(theme)
          await open()
          assert.equal(await browser.evaluate(() => innerWidth), width)
          await browser.evaluate(enter, { zoom: 100, spacing: false })
          const page = await browser.evaluate(inspect)
          const problems = page.columns ? beside(page, true) : inFlow(page, new Set())
          await picture(`text-${width}-${theme}`)
          if (!page.columns) {
            const { opened, jumped } = await browser.evaluate(openEvery, 3)
            const after = await browser.evaluate(inspect)
            problems.push(...jumped, ...inFlow(after, new Set(opened)))
            await picture(`notes-${width}-${theme}`)
            problems.push(...(await browser.evaluate(closeAll)))
          }
          assert.deepEqual(problems, [])
          const painted = await browser.evaluate(() => {
            const style = (selector: string) => getComputedStyle(document.querySelector(selector)!)
            const [call, address] = [style('[role=doc-glossref]'), style('.note .address')]
            return {
              line: call.textDecorationLine,
              kind: call.textDecorationStyle,
              hyphens: address.hyphens,
              dark: style('html').colorScheme,
            }
          })
          assert.deepEqual(painted, {
            ...{ line: 'underline', kind: 'dotted', hyphens: 'none' },
            dark: theme,
          })
          for (const path of ['', 'glossar/', 'suche/?q=Werk', 'seminar/aufgabe/', 'notizen/']) {
            await browser.visit(server.url + path)
            const wide = () => document.documentElement.scrollWidth - innerWidth
            assert.ok((await browser.evaluate(wide)) <= 0, `${path} is wider than its window`)
            if (path.endsWith('aufgabe/')) {
              const sections = () =>
                [...document.querySelectorAll('select')].find(
                  ({ options }) => options[0]?.value === '',
                )?.options.length! > 1
              await until(browser, 'the sections', sections)
              const chosen = () =>
                [...document.querySelectorAll('select')].map(({ value }) => value)
              assert.deepEqual((await browser.evaluate(chosen)).slice(0, 2), [texts.long, ''])
            }
            await picture(`${path.replace(/\W+/g, '-') || 'landing'}-${width}-${theme}`)
          }
        })

    test('a note opens in a narrow window by a click, and closes by Escape', async () => {
      await browser.resize(390, 900)
      await open()
      const call = 'article [role=doc-noteref]'
      await click(browser, call)
      await until(
        browser,
        'the note',
        (call) => {
          const id = document.querySelector(call)!.getAttribute('href')!.slice(1)
          const { height, top } = document.getElementById(id)!.getBoundingClientRect()
          return height > 10 && top > 0 && top < innerHeight
        },
        call,
      )
      await browser.perform([typed([keys.Escape])])
      await until(
        browser,
        'the closed note',
        (call) => {
          const element = document.querySelector(call)!
          return (
            element.getAttribute('aria-expanded') === 'false' && document.activeElement === element
          )
        },
        call,
      )
    })

    test('the dose of glosses follows its setting', async () => {
      await browser.resize(1440, 900)
      await open()
      const seen = () =>
        [...document.querySelectorAll<HTMLElement>('article .gloss')].filter(
          (gloss) => gloss.getClientRects().length > 0,
        ).length
      const some = await browser.evaluate(seen)
      assert.ok(some > 0)
      await click(browser, '.site-tools [data-opens="ansicht"]')
      await click(browser, '#ui_ansicht input[name="glossen"][value="keine"]')
      await until(browser, 'a text without glosses', () => {
        const all = [...document.querySelectorAll('article .gloss')]
        return all.every((gloss) => gloss.getClientRects().length === 0)
      })
      await click(browser, '#ui_ansicht input[name="glossen"][value="alle"]')
      await until(browser, 'all glosses', () =>
        [...document.querySelectorAll('article .gloss')].every(
          (gloss) => gloss.getClientRects().length > 0,
        ),
      )
      await browser.evaluate((name) => localStorage.removeItem(name), settingsKey)
    })

    test('a search finds words, and marks them where they stand', async () => {
      await browser.visit(`${server.url}suche/?q=Transformer`)
      await until(browser, 'the hits', stands, '[aria-busy=false] a[data-hit]')
      assert.ok(await browser.evaluate(stands, '[data-search-results] mark'))
      // WebKit's driver loses the answer of a function that leaves the page.
      await browser.evaluate(
        (selector) => void setTimeout(() => document.querySelector<HTMLElement>(selector)!.click()),
        'a[data-hit]',
      )
      await until(browser, 'the marked words', () => {
        const marks = [...document.querySelectorAll('mark[data-suche]')].map(String)
        const ranges = CSS.highlights ? [...(CSS.highlights.get('suche-hier') ?? [])] : []
        return location.pathname.includes('/texte/') && marks.length + ranges.length > 0
      })
    })

    test('a paragraph is cited', async () => {
      await open()
      await click(browser, '#abs-2 ~ .block-number')
      await until(browser, 'the bar', stands, '.passage-bar')
      await browser.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.passage-bar button')]
          .find(({ textContent }) => textContent!.includes('Zitieren'))!
          .click(),
      )
      const words = await until(browser, 'the citation', () => {
        const dialog = document.querySelector('dialog[open]')
        return dialog?.textContent?.includes('Abs. 2') && dialog.textContent
      })
      assert.match(words, /Abs\. 2/)
      await browser.perform([typed([keys.Escape])])
    })

    test('a mark and a note are there after a reload, and in the list', async () => {
      await open()
      for (const [id, button] of [
        ['abs-2', '[data-colour="blau"]'],
        ['abs-3', null],
      ] as const) {
        await click(browser, `#${id} ~ .block-number`)
        await until(browser, 'the bar', stands, '.passage-bar [data-colour]')
        if (button) await browser.evaluate(press, `.passage-bar ${button}`)
        else {
          await browser.evaluate(() =>
            [...document.querySelectorAll<HTMLElement>('.passage-bar button')]
              .find(({ textContent }) => textContent!.trim() === 'Notiz')!
              .click(),
          )
          const isReady = () => document.activeElement?.matches('.annotation-box textarea') === true
          await until(browser, 'the field', isReady)
          await browser.perform([typed('Fuge')])
          await browser.perform([typed([keys.Escape])])
        }
        await until(browser, 'the tab', stands, `[data-annotations="${id}"]`)
      }
      await open()
      await until(browser, 'the kept note', stands, '[data-annotations="abs-3"]')
      const marked = await until(browser, 'the kept mark', () => {
        document.getElementById('abs-2')!.scrollIntoView()
        const found = [...document.querySelectorAll('mark[data-colour="blau"]')].map(
          ({ textContent }) => textContent,
        )
        const ranges = CSS.highlights ? [...(CSS.highlights.get('markierung-blau') ?? [])] : []
        return [...found, ...ranges.map(String)].join('')
      })
      assert.ok(marked.length > 10)
      await picture('marked')
      await browser.visit(`${server.url}notizen/`)
      const listed = await until(browser, 'the list', () => {
        const notes = [...document.querySelectorAll('.own-note')].map(
          ({ textContent }) => textContent,
        )
        return notes.length === 2 && notes
      })
      assert.ok(listed.some((note) => note!.includes('Fuge')))
      await picture('list')
    })

    test('what is copied past a marked paragraph holds nothing of the interface', async () => {
      // Of a text without the marks of the tests before.
      await open('', texts.long)
      await click(browser, '#abs-2 ~ .block-number')
      await until(browser, 'the bar', stands, '.passage-bar [data-colour]')
      await browser.evaluate(press, '.passage-bar [data-colour="rot"]')
      await until(browser, 'the badge', stands, '[data-annotations="abs-2"]')
      await browser.evaluate(() => {
        const [from, to] = ['abs-1', 'abs-3'].map((id) => document.getElementById(id)!)
        getSelection()!.setBaseAndExtent(from!, 0, to!, to!.childNodes.length)
      })
      await browser.perform([pressedWith(keys.Control, 'c')])
      await browser.evaluate(() => {
        const field = document.createElement('textarea')
        document.body.prepend(field)
        field.focus()
      })
      await browser.perform([pressedWith(keys.Control, 'v')])
      const copied = await until(
        browser,
        'the copied words',
        () => document.querySelector('textarea')!.value,
      )
      const wanted = await browser.evaluate(() => {
        const range = document.createRange()
        range.setStartBefore(document.getElementById('abs-1')!)
        range.setEndAfter(document.getElementById('abs-3')!)
        return [...document.querySelectorAll('article :is(p, h2, h3, h4)')]
          .filter((block) => range.intersectsNode(block) && !block.closest('.note, .gloss'))
          .map((block) => {
            const copy = block.cloneNode(true) as Element
            for (const call of copy.querySelectorAll('[role=doc-noteref], .spacer')) call.remove()
            return copy.textContent!.replace(/\s+/g, ' ').trim()
          })
      })
      assert.deepEqual(copied.split('\n\n'), wanted)
    })

    test('the link of an assignment opens its passage', async () => {
      const assignment = await encodeAssignment({
        ...{ title: 'Zwei Absätze', date: '', aim: '', task: '' },
        ...{
          text: texts.small,
          version: '1.0',
          from: '2',
          to: '3',
          glossen: 'keine',
          anmerkungen: 'aus',
        },
        questions: [{ at: ['2'], text: 'Was steht hier?' }],
      })
      await open(`#aufgabe=${assignment}`)
      const passage = await until(browser, 'the passage', () => {
        const blocks = [...document.querySelectorAll('[data-passage] > [id^="abs-"]')]
        return blocks.length > 0 && blocks.map(({ id }) => id)
      })
      assert.deepEqual(passage, ['abs-2', 'abs-3'])
      assert.ok(
        await browser.evaluate(() => document.body.textContent!.includes('Was steht hier?')),
      )
      await picture('assignment')
      await browser.evaluate(() => sessionStorage.clear())
    })

    for (const width of [390, 1440])
      test(`on paper, from a window of ${width} px, every word stands in the flow`, async () => {
        await browser.resize(width, 900)
        await open()
        assert.deepEqual(await browser.evaluate(onPaper), [])
        await picture(`paper-${width}`)
      })

    test('one file opens from the disk and is searched', async () => {
      await browser.resize(1440, 900)
      await browser.visit(pathToFileURL(join(host.folder, `${texts.small}.html`)).href)
      await until(browser, 'the margin', stands, 'article[data-placed]')
      const page = await browser.evaluate(inspect)
      assert.deepEqual(beside(page, true), [])
      const hits = await browser.evaluate(hitsInFile, ['Absatz', texts.small] as const)
      assert.ok(hits.length > 0)
    })

    // The last: its server is gone afterwards.
    test('what the worker has stored is there without a network', async () => {
      await open()
      await browser.evaluate(async () => {
        await navigator.serviceWorker.ready
        if (!navigator.serviceWorker.controller)
          await new Promise((done) =>
            navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
          )
      })
      await browser.visit(`${server.url}glossar/`)
      await browser.visit(textAt(texts.small))
      await server.stop()
      await browser.visit(`${server.url}glossar/`)
      assert.equal(
        await browser.evaluate(() => document.querySelector('h1')!.textContent),
        'Glossar',
      )
      await browser.visit(textAt(texts.small))
      await until(browser, 'the margin', stands, 'article[data-placed]')
    })
  })
