import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import { Scorm12API } from 'scorm-again'
import {
  manifestOf,
  plainPackage,
  scormPackage,
} from '../../../../src/client/assignment/course/package.ts'
import { fileHtml } from '../../../../src/client/assignment/file-html.ts'
import { findMarkedPassage } from '../../../../src/client/assignment/marked-passage.ts'
import { childOf, descendants, parseXml } from '../../../../src/importer/readers/xml.ts'
import type { Assignment } from '../../../../src/contract/assignment/model.ts'

const source = join(import.meta.dirname, '../../../../src/client/assignment/course/runtime.js')
const runtime = readFileSync(source, 'utf8')
const assignment: Assignment = {
  ...{ id: 'takt', title: 'Rad & Takt', date: '', aim: '', task: '', text: 'uhren' },
  ...{ version: '1.0', from: '1', to: '1', glossen: '', anmerkungen: '' },
  questions: [{ key: 'zaehlen', at: ['1'], text: 'Was </script> zählt?' }],
}

async function pageOf(t: TestContext): Promise<string> {
  const { document, Node } = parseHTML(
    '<html><body><article data-text="uhren"><div class="block"><p id="abs-1">Es tickt.</p></div></article></body></html>',
  )
  Object.assign(globalThis, { Node })
  t.after(() => Reflect.deleteProperty(globalThis, 'Node'))
  const article = document.querySelector('article') as unknown as HTMLElement
  const marked = findMarkedPassage(article, assignment)!
  const course = { runtime, nonce: 'wort', name: 'takt' }
  const address = 'https://lesen.example/texte/uhren/#aufgabe=1'
  const parts = { article, marked, assignment, address, course }
  return fileHtml({ ...parts, source: { author: 'Redaktion', title: 'Uhren' } }, '')
}

/** What a course offers by SCORM 1.2, with what was asked of it. */
function courseApi() {
  const values: Record<string, string> = { 'cmi.core.lesson_status': 'not attempted' }
  const asked: string[] = []
  const answer = (words: string) => {
    asked.push(words)
    return 'true'
  }
  return {
    values,
    asked,
    LMSInitialize: () => answer('initialize'),
    LMSGetValue: (name: string) => values[name] ?? '',
    LMSSetValue: (name: string, value: string) => {
      values[name] = value
      return answer(`${name} = ${value}`)
    },
    LMSCommit: () => answer('commit'),
    LMSFinish: () => answer('finish'),
  }
}

/** Runs the script of a page as a course does, the page in a frame. */
function run(html: string, api: object | null, stored: Map<string, string>) {
  const { document } = parseHTML(html)
  const listeners: Record<string, () => void> = {}
  const outer: Record<string, unknown> = { API: api }
  outer['parent'] = outer
  const window = {
    ...{ document, parent: outer, opener: null, URL, Blob },
    localStorage: {
      getItem: (name: string) => stored.get(name) ?? null,
      setItem: (name: string, value: string) => void stored.set(name, value),
    },
    addEventListener: (type: string, act: () => void) => (listeners[type] = act),
  }
  runInContext(runtime, createContext({ ...window, window }))
  const find = (selector: string) => document.querySelector(selector) as unknown as HTMLElement
  return { find, leave: () => listeners['pagehide']?.() }
}

test('the course hears of nothing but what the reader tells it', async (t) => {
  const html = await pageOf(t)
  const api = courseApi()
  const { find, leave } = run(html, api, new Map())
  const status = 'cmi.core.lesson_status'
  assert.deepEqual(api.asked, ['initialize', `${status} = incomplete`, 'commit'])
  const done = find('[data-done]')
  assert.equal(done.hasAttribute('hidden') && done.getAttribute('hidden') !== 'false', false)
  done.click()
  assert.equal(api.values[status], 'completed')
  assert.equal(find('[data-said]').textContent, 'Dem Kurs als bearbeitet gemeldet.')
  done.click()
  assert.equal(api.values[status], 'incomplete')
  leave()
  assert.equal(api.asked.at(-1), 'finish')
  assert.deepEqual(Object.keys(api.values), [status])
})

test('a course that keeps to SCORM 1.2 finds no fault, and shows at the next visit what was told it', async (t) => {
  const html = await pageOf(t)
  const status = 'cmi.core.lesson_status'
  const faults: string[] = []
  const open = (known: string) => {
    const api = new Scorm12API({ autocommit: false, logLevel: 'NONE' })
    if (known) api.loadFromJSON({ core: { lesson_status: known } }, 'cmi')
    for (const call of ['LMSInitialize', 'LMSSetValue', 'LMSCommit', 'LMSFinish'])
      api.on(call, () => {
        const code = api.LMSGetLastError()
        if (code !== '0') faults.push(`${call}: ${api.LMSGetErrorString(code)}`)
      })
    return { api, ...run(html, api, new Map()) }
  }
  const first = open('')
  assert.equal(first.api.LMSGetValue(status), 'incomplete')
  first.find('[data-done]').click()
  assert.equal(first.api.LMSGetValue(status), 'completed')
  first.leave()
  assert.equal(first.api.isTerminated(), true)

  const again = open('completed')
  assert.equal(again.api.LMSGetValue(status), 'completed')
  assert.equal(again.find('[data-done]').textContent, 'Doch noch nicht bearbeitet')
  again.find('[data-done]').click()
  assert.equal(again.api.LMSGetValue(status), 'incomplete')
  again.leave()
  assert.deepEqual(faults, [])
})

test('outside of a course the page has fields for answers, and no button that would tell one', async (t) => {
  const html = await pageOf(t)
  for (const api of [null, { LMSInitialize: () => 'false' }]) {
    const { find } = run(html, api, new Map())
    assert.ok(find('[data-done]').hasAttribute('hidden'))
    assert.ok(find('textarea[data-key="zaehlen"]'))
  }
})

test('the page runs its own script alone, whatever words are in it', async (t) => {
  const html = await pageOf(t)
  const { document } = parseHTML(html)
  const policy = document.querySelector('meta[http-equiv]')!.getAttribute('content')!
  assert.match(policy, /^default-src 'none';.*script-src 'nonce-wort'$/)
  assert.equal(document.querySelectorAll('script').length, 2)
  assert.match(document.querySelector('.question')!.textContent!, /Was <\/script> zählt\?/)
})

test('a package has a manifest of SCORM 1.2 and the page, a plain one the page', () => {
  for (const [title, id] of [
    ['Rad & Takt <x>', 'a_b-1'],
    ['時'.repeat(300), '-A'],
    ['\u0001', 'sitzung-takte-2'],
  ] as const) {
    const page = { html: '<p>Es tickt.', title, id }
    const files = unzipSync(scormPackage(page, new Date('2026-11-30')))
    assert.deepEqual(Object.keys(files), ['imsmanifest.xml', 'index.html'])
    assert.equal(strFromU8(files['index.html']!), page.html)
    const manifest = parseXml(manifestOf(page))
    const names = [...descendants(manifest)].flatMap(
      ({ attributes }) => attributes['identifier'] ?? [],
    )
    assert.equal(new Set(names).size, names.length)
    for (const name of names) assert.match(name, /^[a-z][\w-]*$/)
    const resources = childOf(manifest, 'resources')!
    const resource = childOf(resources, 'resource')!
    assert.equal(resource.attributes['href'], 'index.html')
    const item = [...descendants(manifest)].find(({ name }) => name === 'item')!
    assert.equal(item.attributes['identifierref'], resource.attributes['identifier'])
    assert.deepEqual(Object.keys(unzipSync(plainPackage(page, new Date('2026-11-30')))), [
      'index.html',
    ])
  }
})
