import { device } from '../platform/storage.ts'
import { isForm, type Form } from './compose.ts'

const name = 'edition:zitieren'

/** The form last used on this device. */
export function rememberedForm(): Form {
  const form = device.read(name) ?? ''
  return isForm(form) ? form : 'ausgabe'
}

export function rememberForm(form: Form): void {
  device.write(name, form)
}
