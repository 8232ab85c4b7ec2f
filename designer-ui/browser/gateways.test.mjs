// Gateways are set up in the browser by the form of their kind.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask } from './campaign.mjs'
import { openBrowser, SERVER } from './page.mjs'

const WORKSPACE = process.env.SLUICE_WORKSPACE ?? 'demo'
const key = `gateway-${Date.now().toString(36)}`

test('a gateway is made and changed by the form of its kind, with faults at their fields', async (t) => {
  const browser = await openBrowser()
  t.after(async () => {
    await ask('DELETE', `gateways/${key}`)
    await browser.close()
  })
  const { page } = browser
  const drawer = page.getByRole('dialog')
  const settings = async () =>
    (await ask('GET', 'gateways')).find((one) => one.key === key)?.settings
  await page.goto(`${SERVER}/w/${WORKSPACE}/gateways`)
  await page.getByRole('button', { name: 'New gateway' }).click()
  await drawer.getByRole('textbox').first().fill(key)
  await drawer.getByLabel('Messages per call').fill('999999')
  await drawer.getByRole('button', { name: 'Create' }).click()
  await drawer.locator('[data-field=callSize]').getByText('20').waitFor()
  assert.equal(await settings(), undefined)

  await drawer.getByLabel('Messages per call').fill('7')
  await drawer.getByRole('button', { name: 'Create' }).click()
  await drawer.waitFor({ state: 'detached' })
  assert.equal((await settings()).callSize, 7)

  await page.getByText(key).click()
  await drawer.getByLabel('Calls at once').fill('2')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await drawer.waitFor({ state: 'detached' })
  const { callSize, concurrency } = await settings()
  assert.deepEqual([callSize, concurrency], [7, 2])
  // The browser tells of the refusal, which was meant.
  const faults = browser.faults.filter((fault) => !fault.includes('status of 400'))
  assert.deepEqual(faults, [])
})
