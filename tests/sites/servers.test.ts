/** The public site below a path, on the web servers of this machine. */
import assert from 'node:assert/strict'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sealOf } from '../../src/publish/page.ts'
import { shortened } from '../../src/publish/site-steps/service-worker/list-files.ts'
import { builtSites } from '../e2e/sites.ts'
import { texts } from '../fixture-edition.ts'
import { isMissing, serveWith, webServers } from '../web-servers.ts'

const { folder, base } = builtSites().public
const worker = readFileSync(join(folder, 'sw.js'), 'utf8')
const stored = JSON.parse(/^const FILES = (.+)$/m.exec(worker)![1]!) as [string, string][]

/** What browsers must be told of files that they open otherwise. */
const types: Record<string, RegExp> = {
  [`texte/${texts.small}/${texts.small}.pdf`]: /^application\/pdf/,
  [`texte/${texts.small}/${texts.small}.epub`]: /^application\/epub\+zip/,
  'literatur.bib': /^application\/x-bibtex; ?charset=utf-8/i,
  'favicon.svg': /^image\/svg\+xml/,
  'sw.js': /^(?:text|application)\/javascript/,
}

for (const [name, server] of Object.entries(webServers))
  test(
    `${name} serves every file of the edition as it was built`,
    { skip: isMissing(server) },
    async () => {
      const { home, stop } = await serveWith(server, base, (root) =>
        cpSync(folder, root, { recursive: true }),
      )
      try {
        const wrong: string[] = []
        // The service worker refuses all files if one differs.
        for (const [path, seal] of stored) {
          const answer = await fetch(home + path)
          const sealed = shortened(sealOf(Buffer.from(await answer.arrayBuffer()))).seal
          const lasts = answer.headers.get('cache-control')
          const isHashed = path.startsWith('_astro/')
          if (
            answer.status !== 200 ||
            sealed !== seal ||
            lasts !== (isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
          )
            wrong.push(`${path}: ${answer.status}, ${lasts}`)
        }
        assert.deepEqual(wrong, [])
        for (const [path, type] of Object.entries(types)) {
          const answer = await fetch(home + path)
          assert.equal(answer.status, 200, path)
          assert.match(answer.headers.get('content-type') ?? '', type, path)
        }
        const page = await fetch(`${home}texte/${texts.small}`)
        assert.equal(page.url, `${home}texte/${texts.small}/`)
        assert.match(await page.text(), /<link rel="canonical" href="https:\/\/lesen\.example\//)
        const missing = await fetch(`${home}texte/${texts.unclear}/`)
        assert.equal(missing.status, 404)
        assert.equal(await missing.text(), readFileSync(join(folder, '404.html'), 'utf8'))
      } finally {
        await stop()
      }
    },
  )
