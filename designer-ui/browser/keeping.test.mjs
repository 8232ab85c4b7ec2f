// Work is never lost: what a browser kept comes back, and lives on where the campaign is no more.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, edit, nodes } from './campaign.mjs'
import { handsOn } from './hands.mjs'
import { openBrowser, SERVER } from './page.mjs'

const PAGES = `${SERVER}/w/${process.env.SLUICE_WORKSPACE ?? 'demo'}/campaigns`
const DRAFTS = '**/campaigns/*?draft=true'

let browser
let page

before(async () => {
  browser = await openBrowser()
  page = browser.page
})
after(async () => {
  await browser.close()
  assert.deepEqual(
    browser.faults.filter((fault) => !/40[49]|ERR_FAILED/.test(fault)),
    [],
  )
})

const { card, shown, saved, undo, elsewhere } = handsOn(() => page)
const press = (name) => page.getByRole('button', { name, exact: true }).click()
const ids = async (key) => (await nodes(key)).map(({ id }) => id)

/** Draws a node that the server never gets, and comes back to the campaign. */
async function comeBackWithUnsavedWork() {
  const key = await edit(page, [['who', 'target-group', 0, 0]])
  await page.route(DRAFTS, (route) => route.abort())
  await page.locator('.palette [data-type=merge]').click()
  await page.waitForSelector('[data-save=lost]')
  await page.goto('about:blank')
  await page.unroute(DRAFTS)
  await page.goto(`${PAGES}/${key}`)
  await card('merge_1').waitFor()
  await page.getByText('was brought back from this browser').waitFor()
  return key
}

test('work that came back is dropped on request, also once it has been saved', async () => {
  const key = await comeBackWithUnsavedWork()
  await saved()
  assert.deepEqual(await ids(key), ['who', 'merge_1'])
  await press('Drop it')
  await card('merge_1').waitFor({ state: 'detached' })
  await page.waitForSelector('[data-save=unsaved], [data-save=saving], [data-save=saved]')
  await saved()
  await page.reload()
  await card('who').waitFor()
  assert.equal(await shown(), 1)
  assert.deepEqual(await ids(key), ['who'])
})

test('what was dropped by mistake comes back by undo', async () => {
  const key = await comeBackWithUnsavedWork()
  await press('Drop it')
  await card('merge_1').waitFor({ state: 'detached' })
  await elsewhere()
  await undo()
  await card('merge_1').waitFor()
  await page.waitForTimeout(1_000)
  await saved()
  assert.deepEqual(await ids(key), ['who', 'merge_1'])
})

test('work that came back is kept on request', async () => {
  const key = await comeBackWithUnsavedWork()
  await press('Keep it')
  assert.equal(await page.getByText('was brought back').count(), 0)
  await saved()
  await page.reload()
  await card('merge_1').waitFor()
  assert.deepEqual(await ids(key), ['who', 'merge_1'])
})

/** Draws on a campaign that somebody deletes meanwhile. */
async function drawOnWhatIsDeleted() {
  const key = await edit(page, [['who', 'target-group', 0, 0]])
  await ask('DELETE', `campaigns/${key}`)
  await page.locator('.palette [data-type=merge]').click()
  await page.getByText('This campaign was deleted').waitFor()
  return key
}

test('what is drawn on a deleted campaign is saved as a new one', async () => {
  const gone = await drawOnWhatIsDeleted()
  await press('Save as a new campaign')
  const key = `${gone}-again`
  await page.getByLabel('Key').fill(key)
  await press('Create')
  await page.waitForURL(`${PAGES}/${key}`)
  await card('merge_1').waitFor()
  assert.deepEqual(await ids(key), ['who', 'merge_1'])
})

test('a deleted campaign can be left, and what was drawn can still be saved after a reload', async () => {
  const key = await drawOnWhatIsDeleted()
  page.once('dialog', (leave) => leave.accept())
  await page.reload()
  await page.getByText('This campaign was deleted').waitFor()
  await press('Leave')
  await page.waitForURL(PAGES)
  await page.locator('.ant-table-row').first().waitFor()
  assert.equal(await page.getByText(key).count(), 0)
})
