/** Links over two paragraphs of the long text in Firefox and in WebKit: the table of tests/e2e/passage-links.spec.ts. */
import assert from 'node:assert/strict'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { serve, type StaticServer } from '../../src/publish/serve.ts'
import { linksTo, passageInWindow, passages } from '../e2e/passages.ts'
import { builtSites } from '../e2e/sites.ts'
import { texts } from '../fixture-edition.ts'
import { createHost, type Host } from '../offline/site.ts'
import { until, type Browser } from './browser.ts'
import { findFirefox, launchFirefox } from './firefox.ts'
import { emptyPage, findWebKit, launchWebKit, narrowest } from './webkit.ts'

const [firefox, webkit] = [findFirefox(), findWebKit()]
/** The text without its scripts: what a driver asks a page is a script, too. */
const withoutScripts = `texte/${texts.long}-ohne-skripte/`

for (const [name, launch] of [
  ['Firefox', firefox ? () => launchFirefox(firefox) : null],
  ['WebKit', webkit ? () => launchWebKit(webkit) : null],
] as const)
  describe(`${name}: links`, { skip: launch ? false : `no ${name} is here` }, () => {
    let browser: Browser
    let host: Host
    let server: StaticServer
    let own: string[]
    before(async () => {
      host = await createHost(builtSites().local.folder)
      await writeFile(join(host.folder, emptyPage), '<!doctype html><title>empty</title>')
      const page = await readFile(join(host.folder, 'texte', texts.long, 'index.html'), 'utf8')
      await mkdir(join(host.folder, withoutScripts))
      await writeFile(
        join(host.folder, withoutScripts, 'index.html'),
        page.replace(/<script\b.*?<\/script>|<link rel="?modulepreload"?[^>]*>/gs, ''),
      )
      server = await serve(host.folder)
      browser = await launch!()
      await browser.resize(1440, 800)
      own = await make()
    })
    after(async () => {
      // Not there if it could not be started.
      await (browser as Browser | undefined)?.close()
      await server.stop()
      await host.remove()
    })

    const isPlaced = () => document.querySelector('article[data-placed]') !== null

    /** Links as the edition makes them in this browser. */
    async function make(): Promise<string[]> {
      await browser.visit(`${server.url}texte/${texts.long}/`)
      await until(browser, 'the margin', isPlaced)
      await browser.evaluate(() => {
        const writeText = (words: string) => {
          document.body.dataset['copied'] = words
          return Promise.resolve()
        }
        Object.defineProperty(navigator, 'clipboard', { value: { writeText } })
      })
      const links: string[] = []
      for (const passage of passages()) {
        await browser.evaluate(passageInWindow, [passage, 'select'] as const)
        links.push(
          await until(
            browser,
            'the link',
            (id) => {
              const copied = document.body.dataset['copied'] ?? ''
              if (copied.includes(`#${id}:`)) return copied
              const buttons = document.querySelectorAll<HTMLElement>('.passage-bar button')
              const place = id.replace('abs-', '')
              if (document.querySelector('.passage-bar')?.textContent?.includes(place))
                [...buttons].find((one) => one.textContent!.includes('Link kopieren'))?.click()
              return null
            },
            passage.from,
          ),
        )
      }
      return links
    }

    for (const [path, scripts] of [
      [`texte/${texts.long}/`, 'with'],
      [withoutScripts, 'without'],
    ] as const)
      for (const width of [360, 390, 768, 1024, 1440, 1920])
        test(`to two paragraphs show their first line, ${width} px, ${scripts} scripts`, async () => {
          await browser.resize(width, 800)
          const missed: string[] = []
          // A narrow window of WebKit is a frame, in which browsers follow no words in addresses.
          const isFrame = name === 'WebKit' && width < narrowest
          for (const [i, passage] of passages().entries()) {
            const links = linksTo(server.url + path, passage, own[i]!)
            for (const link of isFrame ? links.slice(0, 1) : links) {
              await browser.visit(new URL(emptyPage, server.url).href)
              await browser.visit(link)
              if (scripts === 'with') await until(browser, 'the margin', isPlaced)
              let hidden: string | null = ''
              // As long as the page itself goes on to bring the passage into view.
              for (const given = Date.now() + 5000; hidden !== null && Date.now() < given;)
                hidden = await browser.evaluate(passageInWindow, [passage, 'look'] as const)
              if (hidden !== null) missed.push(`${hidden}: ${link}`)
            }
          }
          assert.deepEqual(missed, [])
        })
  })
