/** Numbers that last: see recognise.ts for how a paragraph is known again, schema.ts for what is kept. */
export { freeze, FrozenAlready } from './freeze.ts'
export { historyOf, type History } from './history.ts'
export { count, number, type Finding, type Numbering, type RemovedNumber } from './numbering.ts'
export type { Unit } from './recognise.ts'
export { latestWording, ledgerSchema, type Ledger } from './schema.ts'
export { hashOf } from './shingles.ts'
export { writeLedger } from './write.ts'
