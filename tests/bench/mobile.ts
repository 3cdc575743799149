import type { CDPSession } from 'playwright'

export interface Limits {
  /** Factor by which the CPU is slowed down. */
  cpu: number
  bytesPerSecond: number
  /** Milliseconds to the first byte of every response. */
  latency: number
}

/** A slow phone: a quarter of the speed, 180 KB/s, 560 ms to the first byte. */
export const mobile: Limits = { cpu: 4, bytesPerSecond: 180 * 1024, latency: 560 }

/** Throttles the page from now on. Needs `Network.enable`. */
export async function throttle(session: CDPSession, limits: Limits): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: limits.cpu })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: limits.latency,
    downloadThroughput: limits.bytesPerSecond,
    uploadThroughput: limits.bytesPerSecond,
  })
}
