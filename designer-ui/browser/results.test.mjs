// What came of campaigns on screen is what the API says; the list hides and deletes when asked.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { openBrowser, shownBy } from './page.mjs'
import { API, ask, PAGES, ran, saved } from './results.mjs'

const digits = (text) => text.replace(/[^0-9.]/g, '')
const shown = (value) => value.toLocaleString('en-GB')

let browser
let page
let campaign

before(async () => {
  campaign = await ran('report')
  browser = await openBrowser()
  page = browser.page
})
after(() => browser.close())

async function cells(row) {
  return (await row.locator('td').allInnerTexts()).map((text) => text.trim())
}

test('the report tells the figures of the API, each order once', async () => {
  const figures = await ask('GET', `/campaigns/${campaign.key}/analysis`)
  const { total, actions } = figures
  await page.goto(`${PAGES}/campaigns/${campaign.key}/report`)
  const sums = page.locator('[data-part=key-figures] .sum-value')
  await sums.first().waitFor()
  const values = await sums.allInnerTexts()
  assert.equal(values[0], shown(total.entered))
  assert.equal(values[1], shown(total.reached))
  assert.equal(values[4], shown(total.sales.buyers))
  // Shown with two decimals, told with more.
  assert.ok(Math.abs(Number(digits(values[5])) - total.sales.amount) < 0.0051)
  assert.ok(Math.abs(Number(digits(values[6])) - total.cost) < 0.0051)

  await page.getByRole('tab', { name: 'Compare actions' }).click()
  const rows = page.locator('[data-part=actions] tbody tr.ant-table-row')
  await rows.first().waitFor()
  for (const [index, action] of actions.entries()) {
    const row = await cells(rows.nth(index))
    assert.deepEqual(
      [row[1], row[2], row[3], row[5], row[10]],
      [
        action.name,
        shown(action.reach.targeted),
        shown(action.reach.sent),
        shown(action.reach.heldBack),
        shown(action.sales.buyers),
      ],
    )
  }
  const last = await cells(page.locator('[data-part=actions] tfoot tr'))
  const [sms, tag] = ['sms', 'tag'].map((id) => actions.find(({ node }) => node === id))
  assert.ok(sms.sales.buyers > 0 && tag.sales.buyers > 0, 'people bought')
  assert.equal(last[10], shown(total.sales.buyers))
  assert.ok(total.sales.buyers < sms.sales.buyers + tag.sales.buyers, 'a buyer counts once')
  assert.match(await page.locator('[data-part=comparison]').innerText(), /control group.*p [=<]/s)
})

test('a figure lists its people, and both tables are exported', async () => {
  await page.goto(`${PAGES}/campaigns/${campaign.key}/report?run=${campaign.run}&tab=actions`)
  const row = page.locator('[data-part=actions] tbody tr.ant-table-row').first()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export table' }).click()
  const table = readFileSync(await (await saving).path(), 'utf8')
    .trim()
    .split('\r\n')
  assert.equal(table.length, 1 + 3 + 1, 'a head, three actions, the total')
  assert.match(table[1], /"The text","sms"/)

  const buyers = (await ask('GET', `/runs/${campaign.run}/analysis`)).actions[0].sales.buyers
  await row.locator('td').nth(10).getByRole('button').click()
  const drawer = page.locator('.ant-drawer')
  await drawer.locator('tbody tr.ant-table-row').first().waitFor()
  const fetching = page.waitForEvent('download')
  await drawer.getByText(`Export ${shown(buyers)} people`).click()
  const people = readFileSync(await (await fetching).path(), 'utf8')
    .trim()
    .split(/\r?\n/)
  assert.equal(people.length, 1 + buyers)
})

test('hiding and deleting ask first; what ran cannot be deleted', async () => {
  const key = await saved('gone')
  await page.goto(`${PAGES}/campaigns`)
  await page.getByPlaceholder('Search by name or key').fill('results-')
  const row = page.locator('tr.ant-table-row', { hasText: key })
  const open = async (of) => of.getByRole('button', { name: /^More for/ }).click()
  const choose = (name) => page.getByRole('menuitem', { name }).click()

  await open(row)
  await choose('Hide…')
  await page.getByRole('button', { name: 'Cancel' }).click()
  assert.equal((await ask('GET', '/campaigns')).find((one) => one.key === key).hidden, false)
  await page.locator('.ant-modal-confirm').waitFor({ state: 'detached' })
  await open(row)
  await choose('Hide…')
  await page.getByRole('button', { name: 'Hide', exact: true }).click()
  await row.waitFor({ state: 'detached' })
  await page.getByRole('checkbox', { name: /Show hidden/ }).check()
  await row.waitFor()
  await page.locator('.ant-modal-confirm').waitFor({ state: 'detached' })

  await open(row)
  await choose('Delete…')
  await page.getByText('cannot be undone').waitFor()
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await row.waitFor({ state: 'detached' })
  assert.equal((await fetch(`${API}/campaigns/${key}`, { headers: shownBy('admin') })).status, 404)
  await page.locator('.ant-modal-confirm').waitFor({ state: 'detached' })

  await open(page.locator('tr.ant-table-row', { hasText: campaign.key }))
  const remove = page.getByRole('menuitem', { name: /^Delete \(has run/ })
  assert.equal(await remove.getAttribute('aria-disabled'), 'true')
})

test('a dry run lists the people of each port and reason', async () => {
  const key = await saved('dry')
  const { id, result } = await ask('POST', `/campaigns/${key}/dry-run?wait=60`)
  const held = Object.entries(result.nodes.find((node) => node.id === 'sms').heldBack)
  const [[, people]] = held
  await page.goto(`${PAGES}/dry-runs/${id}`)
  const row = page.locator('.result-body tr.ant-table-row', { hasText: 'The text' })
  await row
    .locator('.figure-link', { hasText: shown(people) })
    .first()
    .click()
  await page.locator('.ant-drawer tbody tr.ant-table-row').first().waitFor()
  await page.getByText(`Export ${shown(people)} people`).waitFor()
  assert.deepEqual(browser.faults, [])
})
