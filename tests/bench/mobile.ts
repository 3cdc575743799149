import type { CDPSession } from 'playwright'

export interface Limits {
  /** How many times slower the processor is. */
  cpu: number
  bytesPerSecond: number
  /** Milliseconds to the first byte of every answer. */
  latency: number
}

/** A slow phone: a quarter of the speed, 180 KB/s, 560 ms to the first byte. */
export const mobile: Limits = { cpu: 4, bytesPerSecond: 180 * 1024, latency: 560 }

/** From now on the page is as slow as that. Needs `Network.enable`. */
export async function throttle(session: CDPSession, limits: Limits): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: limits.cpu })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: limits.latency,
    downloadThroughput: limits.bytesPerSecond,
    uploadThroughput: limits.bytesPerSecond,
  })
}
