import { hashOfCode } from '../../kept/code.ts'
import { hashOf } from '../../kept/keep.ts'
import type { FormOrder } from './make-form.ts'

/** What below `src` makes forms. */
const makers =
  '{{contract,citation,edition/model,formats,markdown,problems,publish/forms}/**,styles/fonts/*.woff2}'

/** Name of a form among those that are kept: a hash of its order and of all that makes it. */
export function createHasher(): (order: FormOrder) => string {
  const code = hashOfCode(makers)
  // Forms of one text are made of the same.
  const known = new WeakMap<object, string>()
  const hashOfInputs = (inputs: FormOrder['inputs']): string => {
    const hash = known.get(inputs) ?? hashOf(inputs)
    known.set(inputs, hash)
    return hash
  }
  return ({ form, inputs, layout }) => {
    // Only PDFs are laid out by the edition.
    const isPdf = form === 'pdf' || form === 'session'
    // TEI has the addresses of figures only.
    const hasFigures = 'figures' in inputs && Object.keys(inputs.figures).length > 0
    const shown = form === 'xml' && hasFigures ? { ...inputs, figures: {} } : inputs
    return `forms/${hashOf(code, form, hashOfInputs(shown), isPdf && layout)}.${isPdf ? 'pdf' : form}`
  }
}
