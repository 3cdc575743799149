import { isForm, type Form } from './compose.ts'

const name = 'edition:zitieren'

/** The form in which this reader cited last, on this device. */
export function rememberedForm(): Form {
  try {
    const form = localStorage.getItem(name) ?? ''
    return isForm(form) ? form : 'ausgabe'
  } catch {
    return 'ausgabe'
  }
}

export function rememberForm(form: Form): void {
  try {
    localStorage.setItem(name, form)
  } catch {
    // Without a store it is not kept.
  }
}
