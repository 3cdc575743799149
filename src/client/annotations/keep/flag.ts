/** Tells a page, before it loads anything, whether this device keeps annotations. */
const flagName = 'edition:notizen'

export function setFlag(on: boolean): void {
  try {
    if (on === (localStorage.getItem(flagName) !== null)) return
    if (on) localStorage.setItem(flagName, '1')
    else localStorage.removeItem(flagName)
  } catch {}
}
