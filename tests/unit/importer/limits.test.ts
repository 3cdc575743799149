/** Files are read in a process of their own, with limits of time and memory. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, deflateRawSync } from 'node:zlib'
import { test, type TestContext } from 'node:test'
import { importFile } from '../../../src/importer/import-file.ts'
import {
  ImportProcess,
  usualLimits,
  type Limits,
} from '../../../src/importer/limits/import-process.ts'
import { ImportError } from '../../../src/importer/problems.ts'
import { damagedFile } from '../../fuzz/damage.ts'
import { makeText, writers } from '../../import/made-texts.ts'
import { lotteryFrom } from './random.ts'

const optionsOf = (file: string) => ({
  ...{ file, slug: 'wellen', rights: 'unknown', bibliography: [], format: null },
  ...{ pages: null, firstPage: null, notes: null, columns: null },
})

function reading(t: TestContext, limits?: Limits) {
  const from = mkdtempSync(join(tmpdir(), 'limits-'))
  const process = new ImportProcess(limits)
  t.after(() => {
    process.end()
    rmSync(from, { recursive: true })
  })
  return {
    from,
    read: (file: string, bytes: Uint8Array) => {
      writeFileSync(join(from, file), bytes)
      return process.import({ file, from }, optionsOf(file))
    },
    readWritten: (file: string) => process.import({ file, from }, optionsOf(file)),
  }
}

const isProblem = (start: RegExp) => (error: unknown) =>
  error instanceof ImportError && start.test(error.message)

test('another process reads the same, one file after the other', async (t) => {
  const { read } = reading(t)
  const bytes = writers.docx(makeText(300, 4))
  const here = await importFile({ file: 'a.docx', bytes, beside: () => null }, optionsOf('a.docx'))
  assert.deepEqual(await read('a.docx', bytes), here)
  await assert.rejects(
    read('b.docx', bytes.subarray(0, 900)),
    isProblem(/^b\.docx:1:1: This is a ZIP archive .+ its end is missing/),
  )
  assert.deepEqual(await read('a.docx', bytes), here)
})

test('a part of a PDF that pdf.js fails on behind its answers is a problem', async (t) => {
  const { read } = reading(t)
  // pdf.js asks for a reference ahead, to which the table of the file leads wrongly, and leaves the error to nobody.
  const bytes = damagedFile('pdf', lotteryFrom(1115))
  await assert.rejects(read('a.pdf', bytes), isProblem(/^a\.pdf:1:1: .+ \[damaged-file\]$/))
})

test('a file that takes too long is given up', async (t) => {
  const { read } = reading(t, { ...usualLimits, seconds: 2 })
  const pdf = Buffer.from(writers.pdf(makeText(300, 4))).toString('latin1')
  // pdf.js needs minutes for that.
  const nested = pdf.replace('BT\n', `BT\n${'q\n'.repeat(300_000)}`)
  await assert.rejects(
    read('a.pdf', Buffer.from(nested, 'latin1')),
    isProblem(/^a\.pdf:1:1: The file was not read within 2 seconds: .+ \[too-long\]$/),
  )
})

test('a file that needs too much memory is given up', async (t) => {
  const { read } = reading(t, { ...usualLimits, seconds: 50, megabytes: 40 })
  await assert.rejects(
    read('a.txt', Buffer.alloc(20_000_000, 'Am Ufer. ')),
    isProblem(/^a\.txt:1:1: The file cannot be read in 40 MB of memory: .+ \[too-much\]$/),
  )
})

/** A small PDF whose page unpacks to two gigabytes of spaces. */
function packedPdf(): Buffer {
  const part = deflateRawSync(Buffer.alloc(1_000_000, ' '), { finishFlush: constants.Z_FULL_FLUSH })
  const parts = Array.from({ length: 2000 }, () => part)
  const once = Buffer.concat([Buffer.from([0x78, 0x9c]), ...parts, Buffer.from([3, 0])])
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<<>>/Contents 4 0 R>>endobj\n' +
        `4 0 obj<</Filter/FlateDecode/Length ${once.length}>>stream\n`,
      'latin1',
    ),
    once,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n', 'latin1'),
  ])
}

test('a PDF that unpacks to more than any text is given up before it takes the memory', async (t) => {
  const { read } = reading(t, { ...usualLimits, seconds: 300, held: 400 })
  await assert.rejects(
    read('a.pdf', packedPdf()),
    isProblem(/^a\.pdf:1:1: The file cannot be read in 400 MB of memory: .+ \[too-much\]$/),
  )
})

test('files that are larger than any text are not read', async (t) => {
  const { from, read, readWritten } = reading(t)
  writeFileSync(join(from, 'a.docx'), '')
  truncateSync(join(from, 'a.docx'), 401_000_000)
  await assert.rejects(readWritten('a.docx'), isProblem(/^a\.docx:1:1: The file has 401 MB/))
  await assert.rejects(
    read('a.txt', Buffer.alloc(65_000_000, 'Am Ufer. ')),
    isProblem(/^a\.txt:1:1: The file has 65 MB; at most 64 MB are read\..+ \[large-file\]$/),
  )
  await assert.rejects(readWritten('.'), isProblem(/^\.:1:1: There is no such file/))
})
