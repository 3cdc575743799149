/**
 * `npm run test:browser [-- Playwright’s arguments]`: finds or installs a Chromium and runs tests/e2e in it.
 * `--project=full` runs what is tagged @full as well.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { findChromium } from './chromium.ts'

process.env.CHROMIUM_PATH = findChromium()
const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli')
const config = 'tests/e2e/playwright.config.ts'
const args = process.argv.slice(2)
if (!args.some((arg) => arg.startsWith('--project'))) args.push('--project=quick')
const { status } = spawnSync(process.execPath, [playwright, 'test', '--config', config, ...args], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
