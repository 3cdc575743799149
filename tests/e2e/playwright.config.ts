import { defineConfig } from '@playwright/test'
import { findChromium, launchOptions } from '../chromium.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './build-sites.ts',
  fullyParallel: true,
  workers: 2,
  // Long, because a busy machine is slow; a test that had to be run twice is reported as flaky.
  timeout: 300_000,
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: launchOptions(findChromium()),
    locale: 'de-DE',
  },
})
