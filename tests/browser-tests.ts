/** `npm run test:browser [-- Playwright’s arguments]`: finds or installs a Chromium and runs tests/e2e in it. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { findChromium } from './chromium.ts'

process.env.CHROMIUM_PATH = findChromium()
const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')
const config = 'tests/e2e/playwright.config.ts'
const { status } = spawnSync(
  process.execPath,
  [playwright, 'test', '--config', config, ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
