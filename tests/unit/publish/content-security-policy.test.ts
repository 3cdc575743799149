import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { parseHtml } from '../../../src/publish/hast.ts'
import {
  contentSecurityPolicy,
  policyOf,
} from '../../../src/publish/page-steps/content-security-policy.ts'
import { siteOf } from './site-of.ts'

const hash = (content: string) =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`
const directive = (html: string, name: string) =>
  policyOf(parseHtml(html))
    .split('; ')
    .find((part) => part.startsWith(`${name} `))

test('everything not listed is forbidden', () => {
  const policy = policyOf(parseHtml(''))
  assert.match(policy, /^default-src 'none'; /)
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/)
})

test('inline scripts and styles are allowed by their hash, each once', () => {
  const html = '<script>a</script><script type="module">b</script><style>c</style><style>c</style>'
  const scripts = directive(html, 'script-src')!
  assert.ok(scripts.includes(hash('a')) && scripts.includes(hash('b')))
  assert.equal(directive(html, 'style-src'), `style-src 'self' ${hash('c')}`)
})

test('data and scripts with an address have no hash', () => {
  const html =
    '<script src="/x.js"></script><script type="application/json">{}</script><script type="application/ld+json">{}</script>'
  assert.doesNotMatch(directive(html, 'script-src')!, /sha256/)
})

test('the policy comes before everything it applies to', async () => {
  const withPolicy = async (html: string) => {
    const { site, remove } = await siteOf({ 'index.html': html })
    try {
      const [page] = site.pages
      await contentSecurityPolicy(page!, site)
      return page!.html
    } finally {
      await remove()
    }
  }
  const html = await withPolicy('<head><meta charset="utf-8"><script>a</script></head>')
  assert.match(html, /^<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/)
  assert.ok(html.includes(hash('a')))
  await assert.rejects(withPolicy('<head><script>a</script></head>'))
})
