/** Permanent paragraph numbers: recognise.ts matches paragraphs by wording, schema.ts defines the ledger file. */
export { freeze, FrozenAlready } from './freeze.ts'
export { noteHistoryOf, type NoteHistory, type NoteUnit } from './notes.ts'
export { historyOf, type History } from './history.ts'
export { count, number, type Finding, type Numbering, type RemovedNumber } from './numbering.ts'
export type { Unit } from './recognise.ts'
export { latestWording, ledgerSchema, writeLedger, type Ledger } from './schema.ts'
export { hashOf } from './shingles.ts'
