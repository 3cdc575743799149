import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fontFiles, type FormOrder } from './make-form.ts'

const source = resolve(import.meta.dirname, '../..')

/** Folders of `src` whose code makes forms. */
const folders = '{contract,citation,edition/model,formats,markdown,problems,publish/forms}'

/** Name of a form among those that are kept: a hash of its order and of all that makes it. */
export function createHasher(): (order: FormOrder) => string {
  const code = hashOfCode()
  return ({ form, inputs, layout }) => {
    const hash = createHash('sha256').update(code).update(form)
    // Only PDFs are laid out by the edition.
    const isPdf = form === 'pdf' || form === 'session'
    // TEI has the addresses of figures only.
    const replace = (key: string, value: unknown) => {
      if (typeof value === 'function' || value instanceof Map || value instanceof Set)
        throw new Error(`“${key}” cannot be part of what a form is made of.`)
      if (key === 'figures' && form === 'xml') return undefined
      return value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value
    }
    hash.update(JSON.stringify([inputs, isPdf && layout], replace))
    return `${hash.digest('hex').slice(0, 40)}.${isPdf ? 'pdf' : form}`
  }
}

function hashOfCode(): Buffer {
  const hash = createHash('sha256')
  for (const path of globSync(`${folders}/**/*.{ts,json,xml,csl}`, { cwd: source }).sort())
    hash.update(path).update(readFileSync(resolve(source, path)))
  for (const name of fontFiles) hash.update(readFileSync(resolve(source, 'styles/fonts', name)))
  const { dependencies } = JSON.parse(readFileSync(resolve(source, '../package.json'), 'utf8')) as {
    dependencies: object
  }
  // All are exact versions; two computers may compress otherwise.
  hash.update(JSON.stringify([dependencies, process.version, process.platform, process.arch]))
  return hash.digest()
}
