import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeSince, noteSince, type History } from '../../../../src/client/go-to/history.ts'
import { readVersionLink, versionLink } from '../../../../src/client/go-to/version-link.ts'

const history: History = {
  versions: ['1.0', '1.1', '2'],
  changed: { '14': ['1.1', '2'], '15': ['1.1'] },
  added: { '14a': '2' },
  parts: { '14': ['14a'], '16': ['14a'] },
}

test('says whether a paragraph has changed since the version of the link', () => {
  assert.deepEqual(changeSince(history, '1.0', '14'), {
    changed: true,
    message:
      'Absatz 14 ist seit Fassung 1.0, aus der der Link stammt, geändert worden (in Fassung 1.1 und 2). Ein Teil von ihm ist jetzt Absatz 14a.',
  })
  assert.deepEqual(changeSince(history, '1.1', '15'), {
    changed: false,
    message: 'Absatz 15 lautet wie in Fassung 1.1.',
  })
  assert.match(changeSince(history, '1.1', '16')!.message, /^Ein Teil von ihm/)
  assert.match(changeSince(history, '1.0', '14a')!.message, /erst seit Fassung 2/)
  assert.match(changeSince(history, '0.9', '14')!.message, /nicht verzeichnet/)
  assert.equal(changeSince(history, '2', '14'), null)
})

test('version links are read back as they were written', () => {
  const link = versionLink(
    'https://example.org/texte/x/?glossen=alle&fassung=0.9#abs-2',
    '1.0',
    'abs-14',
  )
  assert.equal(link, 'https://example.org/texte/x/?glossen=alle&fassung=1.0#abs-14')
  assert.deepEqual(readVersionLink(link), { version: '1.0', id: 'abs-14' })
  assert.deepEqual(readVersionLink(versionLink(link, '1.0 & älter', 's-104')), {
    version: '1.0 & älter',
    id: 's-104',
  })
  assert.equal(readVersionLink('https://example.org/#abs-14'), null)
  assert.equal(readVersionLink('https://example.org/?fassung=1.0'), null)
})

test('says what has become of a note since the version of the link, and leads to it', () => {
  const noted: History = {
    ...history,
    notes: {
      '1.0': {
        fates: {
          '2': { now: '3' },
          '3': { now: null, near: '3' },
          '4': { now: '4', changed: true },
          '*': { now: null },
        },
        added: ['1'],
      },
      '2': { fates: {}, added: [] },
    },
  }
  const of = (version: string, label: string) => {
    const notice = noteSince(noted, version, label)
    return notice && [notice.changed, notice.label, notice.message]
  }
  assert.deepEqual(of('1.0', '2'), [
    true,
    '3',
    'Anmerkung 2 der Fassung 1.0 ist jetzt Anmerkung 3.',
  ])
  assert.deepEqual(of('1.0', '5'), [false, '5', 'Anmerkung 5 lautet wie in Fassung 1.0.'])
  assert.equal(of('1.0', '3')![1], '3')
  assert.match(String(of('1.0', '3')![2]), /entfallen oder neu gefasst; sie stand hinter/)
  assert.equal(of('1.0', '*')![1], null)
  assert.match(String(of('1.0', '4')![2]), /^Anmerkung 4 ist seit Fassung 1\.0/)
  assert.match(String(of('1.0', '1')![2]), /noch nicht/)
  assert.match(String(of('1.1', '5')![2]), /nicht verzeichnet/)
  assert.equal(of('2', '5'), null)
})
