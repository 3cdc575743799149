import type { SafeStorage } from '../../platform/storage.ts'
import { sayDate } from '../say.ts'
import { stateOf, type Received } from './records.ts'

/** „2 von 3 Fragen beantwortet“, „Antworten gesichert am 30. November 2026“, „Rückmeldung eingelesen“. */
export function sayState(storage: SafeStorage, { name, questions, handedIn }: Received): string[] {
  const { answered, replied } = stateOf(storage, name)
  const count =
    questions === 0
      ? 'ohne Fragen'
      : answered === 0
        ? 'noch nicht beantwortet'
        : `${Math.min(answered, questions)} von ${questions} ${questions === 1 ? 'Frage' : 'Fragen'} beantwortet`
  return [
    count,
    handedIn && `Antworten am ${sayDate(handedIn.slice(0, 10))} als Datei gespeichert`,
    replied ? 'Rückmeldung eingelesen' : '',
  ].filter(Boolean)
}
