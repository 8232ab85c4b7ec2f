// What a workspace keeps, in the browser: files come in, people are found, things are made in place.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edit, nodes } from './campaign.mjs'
import { openBrowser, SERVER, shownBy } from './page.mjs'

const WORKSPACE = process.env.SLUICE_WORKSPACE ?? 'demo'
const API = `${SERVER}/api/workspaces/${WORKSPACE}`
const PAGE = `${SERVER}/w/${WORKSPACE}`
const stamp = Date.now().toString(36)

async function api(method, path, body) {
  const answer = await fetch(`${API}/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...shownBy('admin') },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(await answer.text())
}

async function opened(t, path, options) {
  const browser = await openBrowser(options)
  t.after(() => browser.close())
  await browser.page.goto(`${PAGE}/${path}`)
  return browser
}

test('a file with one bad line is imported, and the line is told', async (t) => {
  const { page } = await opened(t, 'imports')
  await page.getByRole('button', { name: 'Import a file' }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.locator('input[type=file]').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `customer_id,Name,mobile,level\nF${stamp},Found ${stamp},,3\nG${stamp},Grace,,high\n`,
    ),
  })
  await drawer.getByLabel('Field for the column mobile').waitFor()
  await drawer.getByRole('button', { name: 'Import', exact: true }).click()
  await drawer.locator('[data-import-state=done]').waitFor({ timeout: 30_000 })
  await drawer
    .getByRole('row')
    .filter({ hasText: `G${stamp}` })
    .getByText('level')
    .first()
    .waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    drawer.getByText('Download as a file').click(),
  ])
  assert.match(file.suggestedFilename(), /errors\.csv$/)

  await page.goto(`${PAGE}/members`)
  await page.getByLabel('Key, name, whole phone number').fill(`found ${stamp}`)
  await page.getByRole('link', { name: `Found ${stamp}` }).click()
  await page.getByRole('heading', { name: `Found ${stamp}` }).waitFor()
})

test('the timeline of a member tells of orders and can be filtered', async (t) => {
  await api('PUT', `members/T${stamp}`, { profile: { name: `Teller ${stamp}` } })
  await api('POST', `tags/seen-${stamp}/members`, { add: [`T${stamp}`] })
  await fetch(`${API}/orders`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson', ...shownBy('admin') },
    body: JSON.stringify({
      order: `O${stamp}`,
      member: `T${stamp}`,
      paid_at: new Date().toISOString(),
      product: 'Tea',
      items: 2,
      amount: 30,
    }),
  })
  const { page } = await opened(t, `members?q=T${stamp}`)
  await page.getByRole('link', { name: `Teller ${stamp}` }).click()
  const timeline = page.locator('.timeline')
  await timeline.getByText(`Order O${stamp} paid`).waitFor()
  await page.getByText(`seen-${stamp}`).waitFor()
  await page
    .getByRole('toolbar')
    .getByText(/^Points/)
    .click()
  assert.equal(await timeline.getByText(`Order O${stamp} paid`).count(), 0)
})

test('a segment made in place comes back selected', async (t) => {
  const browser = await openBrowser()
  t.after(() => browser.close())
  const { page } = browser
  const key = await edit(page, [['who', 'target-group', 0, 0]])
  await page.locator('[data-node=who]').click()
  const form = page.locator('.inspector')
  await form.locator('[data-field=who]').getByText('segment', { exact: false }).first().click()
  await form.getByRole('button', { name: 'New…' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Name').fill(`Made ${stamp}`)
  await drawer.locator('.rule-add button').first().click()
  await page.getByRole('button', { name: 'Lifecycle stage' }).click()
  await drawer.getByRole('status').filter({ hasText: 'people' }).waitFor()
  await drawer.getByRole('button', { name: 'Create' }).click()
  await drawer.waitFor({ state: 'detached' })
  await form.getByText(`Made ${stamp}`).waitFor()
  await page.waitForSelector('[data-save=saved]')
  assert.equal((await nodes(key))[0].config.segment, `made-${stamp}`)
  assert.deepEqual(browser.faults, [])
})

test('names that look like scripts are only shown', async (t) => {
  const name = `<img src=x onerror=alert(1)>\${7*7}{{7*7}}`
  await api('PUT', `members/X${stamp}`, { profile: { name } })
  await api('PUT', `coupon-batches/x${stamp}`, { name, kind: 'amount', value: 1 })
  const browser = await openBrowser()
  t.after(() => browser.close())
  const { page } = browser
  page.on('dialog', () => assert.fail('a script ran'))
  for (const path of [`members?q=X${stamp}`, `members/X${stamp}`, 'coupons']) {
    await page.goto(`${PAGE}/${path}`)
    await page.getByText(name).first().waitFor()
    assert.equal(await page.locator('img[src=x]').count(), 0)
  }
  assert.deepEqual(browser.faults, [])
})

test('the sandbox inbox shows a message, and takes a reply to it', async (t) => {
  await api('POST', 'messages/test', {
    channel: 'sms',
    content: { text: `Hello ${stamp}`, signature: 'Lumi', 'opt-out': 'Reply R' },
    member: 'M10000000',
    addresses: ['13800000000'],
  })
  const { page } = await opened(t, 'sandbox?channel=sms')
  await page.locator('.inbox').getByText(`Hello ${stamp}`).click()
  await page.locator('.phone-view').getByText(`Hello ${stamp}`).waitFor()
  await page.getByRole('button', { name: 'delivered' }).click()
  await page.getByText('Told: delivered').waitFor()
  await page.getByLabel('Reply as the person').fill('thanks')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('.bubble.mine').getByText('thanks').waitFor()
})
