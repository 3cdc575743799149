import { readingAloudKey } from '../../contract/storage-keys.ts'
import { device } from '../platform/storage.ts'
import type { Wishes } from './units.ts'

/** How a reader wants to be read to, kept on the device. */
export interface Wished extends Wishes {
  rate: number
  /** `voiceURI` of the voice for the language of the text; empty: that of the system. */
  voice: string
}

export const rates = [0.7, 0.85, 1, 1.2, 1.5] as const

export function readWished(): Wished {
  const kept = device.readJson(readingAloudKey)
  const { rate, voice, notes, glosses } = (
    typeof kept === 'object' && kept !== null ? kept : {}
  ) as Record<string, unknown>
  return {
    rate: rates.find((one) => one === rate) ?? 1,
    voice: typeof voice === 'string' ? voice : '',
    notes: notes === true,
    glosses: glosses === true,
  }
}

export const keepWished = (wished: Wished): boolean => device.writeJson(readingAloudKey, wished)
