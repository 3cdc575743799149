import { annotating } from '../annotations/actions.ts'
import type { PassageAction } from './action.ts'

export const actions: readonly PassageAction[] = [...annotating]
