// Every wire of the sample campaigns is drawn, wherever a canvas is shown.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, saved } from './campaign.mjs'
import { openBrowser, SERVER } from './page.mjs'

const PAGES = `${SERVER}/w/${process.env.SLUICE_WORKSPACE ?? 'demo'}`
const SAMPLES = [
  'win-back',
  'new-member-activation',
  'member-day',
  'festival-promotion',
  'big-sale',
]
const PORTS = '**/node-types/ports'
const PATIENCE = 3_000

let browser
let page

before(async () => {
  browser = await openBrowser()
  page = browser.page
})
after(async () => {
  await browser.close()
  assert.deepEqual(browser.faults, [])
})

const drawn = (count) =>
  page.waitForFunction(
    (wanted) => document.querySelectorAll('.react-flow__edge-path').length === wanted,
    count,
  )

/** Runs a copy, so that the sample itself stays a draft. */
async function ran(sample) {
  const key = `wires-${sample}-${Date.now()}`
  await ask('POST', `campaigns/${sample}/copy`, { key, name: key })
  return (await ask('POST', `campaigns/${key}/start`, {})).id
}

async function pagesOf(key) {
  const { id } = await ask('POST', `campaigns/${key}/dry-run?wait=60`, {})
  return [
    `campaigns/${key}`,
    `campaigns/${key}/present`,
    `approvals/${key}`,
    `dry-runs/${id}`,
    `runs/${await ran(key)}`,
  ]
}

for (const key of SAMPLES) {
  test(`all wires of ${key} are drawn on each page, also where ports come late`, async () => {
    const { edges } = await saved(key)
    for (const path of await pagesOf(key)) {
      await page.goto(`${PAGES}/${path}`)
      await drawn(edges.length)
    }
    await page.route(PORTS, async (route) => {
      await new Promise((late) => setTimeout(late, PATIENCE + 500))
      await route.continue()
    })
    await page.goto(`${PAGES}/campaigns/${key}/present`)
    await drawn(edges.length)
    await page.unroute(PORTS)
  })
}

test('all wires are drawn on a page that is come back to without a reload', async () => {
  const { edges } = await saved('win-back')
  const [, , , dryRun] = await pagesOf('win-back')
  const go = (path) =>
    page.evaluate((address) => {
      history.pushState({}, '', address)
      dispatchEvent(new PopStateEvent('popstate', { state: {} }))
    }, `${PAGES}/${path}`)
  await page.goto(`${PAGES}/${dryRun}`)
  await drawn(edges.length)
  await go('members')
  await page.locator('h1').waitFor()
  await page.locator('.react-flow').waitFor({ state: 'detached' })
  await go(dryRun)
  await drawn(edges.length)
})
