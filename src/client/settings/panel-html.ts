import { interfaceId } from '../../contract/ids.ts'
import { schema, valuesOf, type Key, type Setting, type Settings } from './schema.ts'

/** HTML of the panel's fields, by group, with the given settings chosen. */
export function panelHtml(settings: Settings): string {
  const entries = Object.entries(schema) as [Key, Setting][]
  const groups = [...new Set(entries.map(([, { group }]) => group))]
  return groups
    .map((name) => {
      const fields = entries.filter(([, { group }]) => group === name)
      const rows = fields.map(([key, setting]) => field(key, setting, settings[key])).join('')
      // A field with the group's name makes its label superfluous.
      const said = fields.some(([, { label }]) => label === name)
      return `<section class="panel-group"${said ? '' : ` aria-label="${name}"`}>${rows}</section>`
    })
    .join('')
}

function field(key: Key, setting: Setting, value: string): string {
  const hint = setting.hint ? `<p class="panel-hint" id="${hintId(key)}">${setting.hint}</p>` : ''
  const described = setting.hint ? ` aria-describedby="${hintId(key)}"` : ''
  return (isSwitch(key) ? toggle : choice)(key, setting, value, described) + hint
}

const hintId = (key: Key) => interfaceId(`${key}-hinweis`)

/** A setting with the two values „an“ and „aus“ is shown as a switch. */
export const isSwitch = (key: Key): boolean =>
  Object.values(schema[key].values).sort().join(' ') === 'an aus'

/** The setting's value for a switch that is on or off. */
export const switchValue = (key: Key, on: boolean): string =>
  Object.entries(schema[key].values).find(([, label]) => label === (on ? 'an' : 'aus'))![0]

const toggle = (key: Key, { label }: Setting, value: string, described: string): string =>
  `<label class="panel-switch"><input type="checkbox" role="switch" name="${key}"${described}${
    value === switchValue(key, true) ? ' checked' : ''
  }> ${label}</label>`

const choice = (key: Key, { label, values }: Setting, value: string, described: string): string =>
  `<fieldset class="panel-choice"${described}><legend>${label}</legend><div>${valuesOf(key)
    .map(
      (name) =>
        `<label><input type="radio" name="${key}" value="${name}"${
          name === value ? ' checked' : ''
        }> ${values[name]}</label>`,
    )
    .join('')}</div></fieldset>`
