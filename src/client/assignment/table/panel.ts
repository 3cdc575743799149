import { interfaceId } from '../../../contract/ids.ts'
import { repliesPrefix } from '../../../contract/storage-keys.ts'
import { readerName } from '../../annotations/exchange/save.ts'
import { announce } from '../../platform/announce.ts'
import { button, element } from '../../platform/element.ts'
import { save } from '../../platform/save.ts'
import { adopt } from '../../platform/sheet.ts'
import { device } from '../../platform/storage.ts'
import { writeReplies, type AnswersFile } from '../exchange/answers-file.ts'
import { nameInFile } from '../file-name.ts'
import { withLinks } from '../words.ts'
import { nameOf, sheetOf, type View } from './sheet.ts'
import css from './table.css?inline'
import { answerTables, type AnswerTable, type AskedQuestion, type Person } from './table.ts'
import { groupName } from '../../annotations/seminar-overlay/groups.ts'
import { sheetToMarkdown, tableToCsv } from './write.ts'

/** What was said to answers, kept on the device as it is typed. */
const repliesTo = (person: string): Record<string, string> => {
  const kept = device.readJson(repliesPrefix + person)
  const said = typeof kept === 'object' && kept !== null ? Object.entries(kept) : []
  return Object.fromEntries(said.filter(([, words]) => typeof words === 'string')) as Record<
    string,
    string
  >
}
const replyTo = (person: string, key: string): string => repliesTo(person)[key] ?? ''

export const namesIn = (files: readonly AnswersFile[]): string[] =>
  answerTables(files).flatMap(({ people }) => people.map(({ name }) => name))

/**
 * @param shown the name of the nth person as it is to be shown; null: their own
 * @param groupOf the group of a person by their own name; people of one stand together
 */
export function drawAnswers(
  root: Document,
  host: HTMLElement,
  files: readonly AnswersFile[],
  shown: ((nth: number) => string) | null,
  groupOf: (name: string) => number | undefined,
): void {
  adopt(root, css)
  const view = host.dataset['view'] === 'personen' ? 'personen' : 'fragen'
  const show = (next: View) => {
    host.dataset['view'] = next
    drawAnswers(root, host, files, shown, groupOf)
    host.querySelector<HTMLInputElement>(`[value="${next}"]`)?.focus()
  }
  const tables = answerTables(files).map((table) => ({
    ...table,
    people: table.people
      .map((person, i) => {
        const group = groupOf(person.name)
        return { ...person, group, name: shown?.(i) ?? person.name }
      })
      .toSorted((a, b) => (a.group ?? 0) - (b.group ?? 0)),
  }))
  host.replaceChildren(
    ...(tables.length > 0 ? [viewChoice(root, view, show)] : []),
    ...tables.map((table) => tableSection(root, table, view)),
  )
}

const headingOf = ({ name, group }: Person) =>
  group === undefined ? name : `${name} · ${groupName(group)}`

function viewChoice(root: Document, view: View, show: (view: View) => void): HTMLElement {
  const choice = (value: View, words: string) => {
    const input = element(root, 'input', { type: 'radio', name: interfaceId('antworten'), value })
    input.checked = value === view
    input.addEventListener('change', () => show(value))
    return element(root, 'label', '', input, ` ${words}`)
  }
  return element(
    root,
    'fieldset',
    'answer-view',
    element(root, 'legend', '', 'Antworten'),
    choice('fragen', 'nach Fragen'),
    choice('personen', 'nach Personen'),
  )
}

function tableSection(root: Document, table: AnswerTable, view: View): HTMLElement {
  const { title, about, questions, people } = table
  const asked = (person: Person) =>
    questions.filter(({ nth, key }) => nth > 0 || person.answers.has(key))
  const answered = (person: Person) => asked(person).filter(({ key }) => person.answers.get(key))
  const parts =
    view === 'personen'
      ? people.map((person) =>
          element(
            root,
            'section',
            'answer-part',
            element(root, 'h3', '', headingOf(person)),
            element(
              root,
              'p',
              'table-counts',
              `${answered(person).length} von ${asked(person).length} beantwortet`,
            ),
            ...asked(person).map((question) =>
              element(
                root,
                'div',
                'answer',
                element(root, 'h4', '', nameOf(question)),
                element(root, 'p', 'answer-question', ...withLinks(root, question.question)),
                ...answer(root, person, question),
              ),
            ),
          ),
        )
      : questions.map((question) => {
          const those = people.filter(
            ({ answers }) => question.nth > 0 || answers.has(question.key),
          )
          const count = those.filter(({ answers }) => answers.get(question.key)).length
          return element(
            root,
            'section',
            'answer-part',
            element(root, 'h3', '', nameOf(question)),
            element(root, 'p', 'answer-question', ...withLinks(root, question.question)),
            element(root, 'p', 'table-counts', `${count} von ${those.length} beantwortet`),
            ...those.map((person) =>
              element(
                root,
                'div',
                'answer',
                element(root, 'h4', '', headingOf(person)),
                ...answer(root, person, question),
              ),
            ),
          )
        })
  return element(
    root,
    'section',
    'answer-table',
    element(root, 'h2', '', title),
    element(root, 'p', 'table-counts', about),
    tools(root, table, view),
    ...parts,
  )
}

function answer(root: Document, person: Person, question: AskedQuestion): HTMLElement[] {
  const words = person.answers.get(question.key)?.trim()
  if (!words) return [element(root, 'p', 'answer-nothing', 'keine Antwort')]
  const field = element(root, 'textarea', {
    rows: '1',
    'aria-label': `Rückmeldung an ${person.name} zu ${nameOf(question)}`,
    placeholder: 'Rückmeldung',
  })
  field.value = replyTo(person.id, question.key)
  const onPaper = element(root, 'p', { class: 'answer-reply', 'aria-hidden': 'true' }, field.value)
  field.addEventListener('input', () => {
    onPaper.textContent = field.value
    const { [question.key]: _, ...others } = repliesTo(person.id)
    const replies = field.value.trim() ? { ...others, [question.key]: field.value } : others
    const kept = device.write(
      repliesPrefix + person.id,
      Object.keys(replies).length > 0 ? JSON.stringify(replies) : null,
    )
    if (!kept) announce(root, 'Dieser Browser kann Rückmeldungen nicht speichern.')
  })
  return [element(root, 'p', 'answer-words', words), field, onPaper]
}

function tools(root: Document, table: AnswerTable, view: View): HTMLElement {
  const name = `antworten-${nameInFile(table.title) || 'aufgabe'}`
  const sheet = () => sheetOf(table, view, replyTo)
  const saveDocx = async () => {
    const { sheetToDocx } = await import('./docx.ts')
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    save(root, `${name}.docx`, type, sheetToDocx(sheet(), new Date().toISOString()))
  }
  const replies = table.people.map((person) =>
    button(root, person.name, () => saveReplies(root, table, person), {
      'aria-label': `Rückmeldung an ${person.name} als Datei`,
    }),
  )
  return element(
    root,
    'div',
    'own-buttons answer-tools',
    button(root, 'Als Word-Datei', () => void saveDocx()),
    button(root, 'Als Tabelle (CSV)', () =>
      save(root, `${name}.csv`, 'text/csv', tableToCsv(table, replyTo)),
    ),
    button(root, 'Als Markdown', () =>
      save(root, `${name}.md`, 'text/markdown', sheetToMarkdown(sheet())),
    ),
    element(
      root,
      'details',
      '',
      element(root, 'summary', '', 'Rückmeldung als Datei an …'),
      element(root, 'div', 'own-buttons', ...replies),
    ),
  )
}

function saveReplies(root: Document, { name, title }: AnswerTable, person: Person): void {
  const replies = repliesTo(person.id)
  const count = Object.keys(replies).length
  if (count === 0)
    return announce(root, `An ${person.name} ist noch keine Rückmeldung geschrieben.`)
  const made = new Date().toISOString()
  const json = writeReplies({ id: person.id, assignment: name, by: readerName(), made, replies })
  const parts = ['rueckmeldung', nameInFile(title), nameInFile(person.name), made.slice(0, 10)]
  save(root, `${parts.filter(Boolean).join('-')}.json`, 'application/json', json)
  return announce(
    root,
    `${count} ${count === 1 ? 'Rückmeldung' : 'Rückmeldungen'} an ${person.name} als Datei.`,
  )
}
