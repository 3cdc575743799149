import type { Surroundings } from '../../../../src/client/annotations/exchange/w3c.ts'
import type { Annotation } from '../../../../src/client/annotations/model.ts'
import { quoteOf } from './marks.ts'

export const wording =
  'Ein Pendel zählt nicht, es schwingt; gezählt wird erst am Zahnrad. Wer beides verwechselt, hält den Takt für die Zeit.'

let last = 0

/** An annotation with an id of its own. */
export function made(changes: Partial<Annotation> = {}): Annotation {
  const number = String(++last).padStart(12, '0')
  return {
    id: `00000000-0000-4000-8000-${number}`,
    text: 'uhren',
    version: '1.0',
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-01T10:00:00.000Z',
    colour: 'gelb',
    body: '',
    parts: [quoteOf('abs-2', wording, 'gezählt wird erst am Zahnrad')],
    pages: ['104', '105'],
    history: [],
    ...changes,
  }
}

export const around: Surroundings = {
  address: (text) => `https://lesen.example/texte/${text}/`,
  title: () => 'Von Uhren',
  colourNames: { gelb: 'wichtig', gruen: 'These', blau: 'Frage', rot: 'Einwand', grau: 'Notiz' },
  creator: 'Anna Musterfrau',
  now: '2026-03-14T09:00:00.000Z',
}
