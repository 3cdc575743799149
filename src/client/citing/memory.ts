import { citationFormKey } from '../../contract/storage-keys.ts'
import { device } from '../platform/storage.ts'
import { isForm, type Form } from './compose.ts'

/** The form last used on this device. */
export function rememberedForm(): Form {
  const form = device.read(citationFormKey) ?? ''
  return isForm(form) ? form : 'ausgabe'
}

export function rememberForm(form: Form): void {
  device.write(citationFormKey, form)
}
