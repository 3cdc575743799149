import { announce } from '../platform/announce.ts'
import { save } from '../platform/save.ts'
import { fileName } from './file-name.ts'
import { passageFile } from './save-passage.ts'
import { pickPassage, readSessionLink } from './session.ts'

/**
 * @param link the address under which the session’s passage is read
 * @param form of a course; else one file
 */
export async function saveSession(root: Document, link: string, form = ''): Promise<void> {
  const address = new URL(link, root.location.href)
  const wanted = readSessionLink(address.search)
  const data: unknown = await fetch(new URL('aufgabe.json', root.location.href)).then(
    (response) => (response.ok ? response.json() : null),
    () => null,
  )
  const assignment = wanted && pickPassage(data, wanted.nth)
  if (assignment && (form === 'scorm' || form === 'zip')) {
    const { saveCourse } = await import('./course/save-course.ts')
    const name = `sitzung-${wanted.session}-${wanted.nth}`
    return saveCourse(root, {
      ...{ form, textAddress: address.pathname, assignment, address: address.href, name },
    })
  }
  const html = assignment && (await passageFile(address.pathname, assignment, address.href))
  if (!html)
    return announce(
      root,
      'Die Datei konnte nicht erstellt werden. Vielleicht fehlt die Verbindung.',
    )
  save(root, `${fileName(assignment.title)}.html`, 'text/html', html)
  announce(root, `Datei gespeichert, ${Math.ceil(new Blob([html]).size / 1000)} kB.`)
}
