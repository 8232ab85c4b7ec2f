// Takes a picture of every screen of a running demo server, in both languages and themes:
// node browser/screens.mjs <folder>
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from './page.mjs'
import { ask, PAGES, ran } from './results.mjs'

const folder = process.argv[2] ?? 'screens'
const DRAWN = 'win-back'
const LISTS =
  'campaigns approvals members segments tags attributes lists imports coupons points offers code-pools templates sandbox gateways balances messaging alerts reports lifecycle users'

const finished = await ran('screens')
const [run] = await ask('GET', `/campaigns/${finished}/runs`)
const dryRun = await ask('POST', `/campaigns/${DRAWN}/dry-run?wait=60`, {})
const { members } = await ask('GET', '/members?q=m')
const screens = new Map([
  ...LISTS.split(' ').map((path) => [path, path]),
  ['canvas', `campaigns/${DRAWN}`],
  ['bpmn', `campaigns/${DRAWN}/bpmn`],
  ['present', `campaigns/${DRAWN}/present`],
  ['dry-run', `dry-runs/${dryRun.id}`],
  ['run', `runs/${run.id}`],
  ['report', `campaigns/${finished}/report`],
  ['member', `members/${members?.[0]?.key ?? members?.[0]?.member}`],
])

mkdirSync(folder, { recursive: true })
for (const [language, theme] of [
  ['en', 'light'],
  ['zh', 'light'],
  ['en', 'dark'],
  ['zh', 'dark'],
]) {
  const browser = await openBrowser({ language, theme })
  for (const [name, path] of screens) {
    await browser.page.goto(`${PAGES}/${path}`)
    await browser.page.waitForLoadState('networkidle').catch(() => {})
    await browser.page.waitForTimeout(700)
    await browser.page.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`) })
  }
  console.log(language, theme, browser.faults)
  await browser.close()
}
