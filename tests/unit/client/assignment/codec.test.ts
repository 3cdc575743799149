import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checksum } from '../../../../src/contract/assignment/encoding.ts'
import { encodeAssignment, openAssignment } from '../../../../src/contract/assignment/codec.ts'
import { unpack } from '../../../../src/contract/assignment/fields.ts'
import { explain } from '../../../../src/client/assignment/messages.ts'
import { limits, type Assignment } from '../../../../src/contract/assignment/model.ts'
import { random } from '../../ledger/random.ts'
import { randomAssignment } from './random-assignment.ts'

const clocks: Assignment = {
  title: 'Zählen und Schwingen',
  date: '2026-12-01',
  aim: 'Sagen können, was an einer Uhr zählt.',
  task: 'Bringen Sie eine Uhr mit.\nOhne Batterie.',
  text: 'von-uhren',
  version: '1.0',
  from: '2',
  to: '4a',
  questions: [
    { at: ['2'], text: 'Was schwingt, und was zählt?' },
    { at: ['3', '4a'], text: 'Wem gehört die Stunde?' },
    { at: [], text: 'Was fehlt?' },
  ],
  glossen: 'alle',
  anmerkungen: 'aus',
}

test('the checksum of a link is CRC-32', () => {
  // The check value of the algorithm is cbf43926.
  assert.equal(Buffer.from(checksum('123456789'), 'base64url').toString('hex'), 'cbf43926')
})

test('300 random assignments are decoded as they were encoded', async () => {
  const numbers = random(7)
  for (let i = 0; i < 300; i++) {
    const assignment = randomAssignment(numbers)
    const code = await encodeAssignment(assignment)
    assert.match(code, /^1\.[\w.-]+$/)
    assert.deepEqual(await openAssignment(code), { problem: null, assignment })
  }
})

test('a link made before assignments had ids is opened as it was', async () => {
  const early =
    '1.uhren.2-4a.VGFrdGU.YWu3zg.di1Yy1DNQ0lEyMjAy0zU00jUwVNJRijq8JCMnNU8PxCxVqCpPzSzRU9Ix0jHWiY5WMlLSUQpPLFaoAikqsVeK1YlWggqlpUJEYmMB.sbqqdQ'
  assert.deepEqual(await openAssignment(early), {
    problem: null,
    assignment: {
      ...{ title: 'Takte', text: 'uhren', from: '2', to: '4a', version: '1.0' },
      ...{ date: '2026-12-01', aim: 'Zählen.', task: 'Zu zweit.' },
      ...{ glossen: 'alle', anmerkungen: 'aus' },
      questions: [
        { at: ['2'], text: 'Was zählt?' },
        { at: [], text: 'Was fehlt?' },
      ],
    },
  })
})

test('a link keeps what answers find it by, and the day by which they are due', async () => {
  const assignment: Assignment = {
    ...clocks,
    ...{ id: 'Takt-und_Rad1', revision: 2, due: '2026-11-30' },
    questions: clocks.questions.map((question, i) => ({ ...question, key: `frage-${i}` })),
  }
  const code = await encodeAssignment(assignment)
  assert.deepEqual(await openAssignment(code), { problem: null, assignment })
  const opened = await openAssignment(
    forge(['1.0', '', '', '', 0, 0, [['', 'Was?', 'a b']], '?', -1, 'x']),
  )
  assert.deepEqual('missing' in opened && opened.missing, ['id', 'revision', 'due'])
  assert.deepEqual('assignment' in opened && opened.assignment.questions, [
    { at: [], text: 'Was?' },
  ])
})

test('a link without compression is longer and can be opened', async () => {
  const packed = await encodeAssignment(clocks)
  const stream = globalThis.CompressionStream
  globalThis.CompressionStream = undefined as unknown as typeof CompressionStream
  const plain = await encodeAssignment(clocks).finally(
    () => (globalThis.CompressionStream = stream),
  )
  assert.ok(packed.length < plain.length)
  assert.deepEqual(await openAssignment(plain), { problem: null, assignment: clocks })
})

test('a browser that cannot decompress reports it', async () => {
  const code = await encodeAssignment(clocks)
  const stream = globalThis.DecompressionStream
  globalThis.DecompressionStream = undefined as unknown as typeof DecompressionStream
  const opened = await openAssignment(code).finally(() => (globalThis.DecompressionStream = stream))
  assert.equal(opened.problem, 'unsupported')
})

/** The same assignment, or a named problem that is explained and leads to no other passage. */
async function mustBeHonest(code: string, assignment: Assignment) {
  const opened = await openAssignment(code)
  if (opened.problem === null) return assert.deepEqual(opened.assignment, assignment, code)
  const message = explain(opened)
  assert.ok(message && message.title && message.sentences.length > 1, code)
  if (opened.problem === 'partly') return assert.fail(`a damaged link was read: ${code}`)
  if (!opened.head) return undefined
  const { title, text, from, to } = assignment
  return assert.deepEqual(opened.head, { title, text, from, to }, code)
}

test('every cut link is detected, and title and passage can still be read in most', async () => {
  const numbers = random(11)
  for (const assignment of [
    clocks,
    ...Array.from({ length: 4 }, () => randomAssignment(numbers)),
  ]) {
    const code = await encodeAssignment(assignment)
    const head = code.split('.').slice(0, 5).join('.').length
    for (let end = 0; end < code.length; end++) {
      const opened = await openAssignment(code.slice(0, end))
      assert.equal(opened.problem, 'incomplete', code.slice(0, end))
      await mustBeHonest(code.slice(0, end), assignment)
      assert.equal('head' in opened && opened.head !== null, end >= head)
    }
  }
})

test('every change of one letter is detected', async () => {
  const letters = [...'aZ09-_.%#ä /?+=']
  const code = await encodeAssignment(clocks)
  for (let at = 0; at < code.length; at++) {
    for (const letter of letters) {
      const damaged = code.slice(0, at) + letter + code.slice(at + 1)
      if (damaged !== code) assert.notEqual((await openAssignment(damaged)).problem, null, damaged)
      await mustBeHonest(damaged, clocks)
      await mustBeHonest(code.slice(0, at) + letter + code.slice(at), clocks)
    }
    await mustBeHonest(code.slice(0, at) + code.slice(at + 1), clocks)
  }
})

test('punctuation around a link is ignored', async () => {
  const code = await encodeAssignment(clocks)
  for (const end of ['.', ').', '…', '>', '“,'])
    assert.deepEqual(await openAssignment(code + end), { problem: null, assignment: clocks })
})

test('links in lower case, doubled, empty or foreign are detected', async () => {
  const code = await encodeAssignment(clocks)
  for (const other of [code.toLowerCase(), code + code, `${code}.`, `${code}).`, '', '.', 'x', '1'])
    await mustBeHonest(other, clocks)
})

test('a link of a newer version still opens its passage', async () => {
  const { text, from, to, title } = clocks
  const packed = Buffer.from(title).toString('base64url')
  const head = `2.${text}.${from}-${to}.${packed}`
  const opened = await openAssignment(`${head}.${checksum(head)}.z-and-more`)
  assert.deepEqual(opened, { problem: 'newer', head: { title, text, from, to }, title })
  assert.match(explain(opened)!.sentences.join(' '), /neu.*Absätze 2–4a/s)
})

/** A link as only someone makes it who knows the form: all sums are right. */
function forge(body: unknown, range = '2-4'): string {
  const head = `1.uhren.${range}.VGFrdA`
  const before = `${head}.${checksum(head)}.p${Buffer.from(JSON.stringify(body)).toString('base64url')}`
  return `${before}.${checksum(before)}`
}

test('each field is checked by itself', async () => {
  const opened = await openAssignment(
    forge(['1.0', '2026-02-30', 7, '<b>', 9, 1, [['2', 'Was?'], ['x', 'Wo?'], 'Wann?']]),
  )
  assert.deepEqual(opened, {
    problem: 'partly',
    missing: ['date', 'aim', 'glossen', { question: 2 }, { question: 3 }],
    assignment: {
      ...{ title: 'Takt', text: 'uhren', from: '2', to: '4', version: '1.0', date: '', aim: '' },
      ...{ task: '<b>', glossen: '', anmerkungen: 'rand' },
      questions: [{ at: ['2'], text: 'Was?' }],
    },
  })
  for (const body of [null, 7, 'x', {}]) {
    const { problem } = await openAssignment(forge(body))
    assert.equal(problem, 'damaged')
  }
  for (const range of ['2-4-6', '2', 'x-y', '-']) {
    const { problem } = await openAssignment(forge([], range))
    assert.equal(problem, 'damaged')
  }
})

test('a decompression bomb is refused', async () => {
  const bomb = new Blob([new Uint8Array(3_000_000)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'))
  const packed = Buffer.from(await new Response(bomb).arrayBuffer()).toString('base64url')
  const head = '1.uhren.2-4.VGFrdA'
  const before = `${head}.${checksum(head)}.d${packed}`
  assert.equal((await openAssignment(`${before}.${checksum(before)}`)).problem, 'oversized')
})

test('questions beyond the limit are named as missing', () => {
  const question = ['3', 'Was?']
  const packed = (count: number) =>
    JSON.stringify(['1.0', '', '', '', 0, 0, Array.from({ length: count }, () => question)])
  assert.deepEqual(unpack(packed(40))?.missing, [])
  assert.deepEqual(unpack(packed(41))?.missing, [{ lastQuestions: 1 }])
  const { body, missing } = unpack(packed(400))!
  assert.deepEqual([body.questions.length, missing], [40, [{ lastQuestions: 360 }]])
})

test('the longest assignment that the form allows is opened, whatever its letters', async () => {
  for (const letter of ['x', '時', '\u0001']) {
    const long = letter.repeat(limits.long)
    const places = Array.from({ length: limits.places }, (_, i) => `${i + 10_000}abc`)
    const assignment: Assignment = {
      ...clocks,
      ...{ title: letter.repeat(limits.title), aim: long, task: long, version: long },
      questions: Array.from({ length: limits.questions }, () => ({ at: places, text: long })),
    }
    const opened = await openAssignment(await encodeAssignment(assignment))
    assert.equal(opened.problem, null, letter)
  }
})

test('what a link has beyond the limits is named', async () => {
  const open = async (more: Partial<Assignment>) =>
    openAssignment(await encodeAssignment({ ...clocks, ...more }))
  const missing = async (more: Partial<Assignment>) => {
    const opened = await open(more)
    return opened.problem === 'partly' ? opened.missing : opened.problem
  }
  const text = 'Wer zählt?'
  const beyond = 'x'.repeat(limits.long + 1)
  assert.deepEqual(await missing({ title: 'x'.repeat(201) }), ['title'])
  assert.deepEqual(await missing({ aim: beyond, task: beyond }), ['aim', 'task'])
  assert.deepEqual(await missing({ questions: [{ at: [], text: beyond }] }), [{ question: 1 }])
  const at = Array.from({ length: limits.places + 1 }, (_, i) => String(i + 1))
  assert.deepEqual(await missing({ questions: [{ at, text }] }), [{ question: 1 }])
  const many = (count: number) => Array.from({ length: count }, () => ({ at: [], text }))
  assert.deepEqual(await missing({ questions: many(41) }), [{ lastQuestions: 1 }])
  assert.deepEqual(await missing({ questions: many(400) }), [{ lastQuestions: 360 }])

  const huge = await open({ questions: [{ at: [], text: 'x'.repeat(3_000_000) }] })
  assert.equal(huge.problem, 'oversized')
  assert.match(explain(huge)!.title, /mehr, als eine Aufgabe fassen kann/)
})
