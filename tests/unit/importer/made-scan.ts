import type { Lottery } from './random.ts'

/** A text and a scan of it, from which the importer has to restore the text. */
export interface MadeScan {
  scan: string
  /** The blocks of the Markdown, without page marks. */
  markdown: string
  pages: number
}

export interface Looks {
  mark: (number: number) => string
  /** Separator of pages. */
  between: 'nothing' | 'numbers' | 'heads' | 'form feeds'
  wrapped: boolean
}

const words =
  'der die und Garten Brunnen langsam fällt Regen auf alte Steine weil niemand kommt Katze Schatten wandern abends zwischen Mauern hindurch obwohl keiner fragt Tür offen bleibt Winter Licht gelb Fenster stehen leer Hof Besen lehnt Wand Kinder rufen später wieder nach Hause Laterne brennt schon früher Straße glänzt'.split(
    ' ',
  )
const ends = /[.?!]$/

function sentence({ between, oneOf }: Lottery): string {
  const [first, ...rest] = Array.from({ length: between(6, 20) }, () => oneOf(words))
  return (
    [first![0]!.toUpperCase() + first!.slice(1), ...rest].join(' ') + oneOf(['.', '.', '?', '!'])
  )
}

/** Pages of a generated text that end in mid-sentence, each with notes at its foot. */
export function makeScan(lottery: Lottery, looks: Looks): MadeScan {
  const { between, chance } = lottery
  const scan = ['KLAUS MÄRZ', '', 'ÜBER DEN REGEN', '']
  const markdown: string[] = []
  const notes: string[] = []
  let due: number[] = []
  let pages = 1
  let room = between(60, 110)

  const put = (text: string) => scan.push(looks.wrapped ? wrap(text) : text, '')
  const putNotes = () => {
    for (const number of due) put(`${looks.mark(number)} ${notes[number - 1]}`)
    due = []
  }
  const turnPage = () => {
    putNotes()
    if (looks.between === 'numbers') scan.push(String(50 + pages), '')
    if (looks.between === 'form feeds') scan[scan.length - 1] = '\f'
    pages += 1
    const name = pages % 2 ? 'ÜBER DEN REGEN' : 'KLAUS MÄRZ'
    if (looks.between === 'heads') scan.push(`${49 + pages}   ${name}`, '')
    room = between(60, 110)
  }

  for (let paragraph = 0; paragraph < between(6, 9); paragraph += 1) {
    if (paragraph > 0 && chance(0.3)) {
      const title = `Vom Hof, ${paragraph}. Teil`
      scan.push(title, '')
      markdown.push(`## ${title}`)
    }
    const text = Array.from({ length: between(4, 9) }, () => sentence(lottery))
      .join(' ')
      .split(' ')
    const calls = new Set([6, between(8, text.length - 1)])
    let line: string[] = []
    const written: string[] = []
    for (const [i, word] of text.entries()) {
      room -= 1
      const inMidSentence = i > 3 && i < text.length - 3 && !ends.test(text[i - 1]!)
      let begun = word
      if (room < 0 && inMidSentence && due.length > 0 && !calls.has(i)) {
        const torn = /^\p{Ll}{8,}$/u.test(word) && chance(0.6) ? 4 : 0
        put([...line, ...(torn ? [`${word.slice(0, torn)}-`] : [])].join(' '))
        turnPage()
        line = []
        begun = word.slice(torn)
      }
      if (calls.has(i)) due.push(notes.push(sentence(lottery)))
      line.push(calls.has(i) ? begun + looks.mark(notes.length) : begun)
      written.push(calls.has(i) ? `${word}[^${notes.length}]` : word)
    }
    put(line.join(' '))
    markdown.push(written.join(' '))
  }
  putNotes()
  return {
    scan: scan.join('\n').replace(/\n\f\n/g, '\n\f'),
    markdown: [...markdown, ...notes.map((note, i) => `[^${i + 1}]: ${note}`)].join('\n\n'),
    pages,
  }
}

function wrap(text: string): string {
  return text.replace(/(?=\S)(.{1,58})(?: |$)/g, '$1\n').trimEnd()
}
