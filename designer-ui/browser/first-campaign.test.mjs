// Draws the first campaign of the README by mouse, from a blank canvas to a finished run.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser, SERVER } from './page.mjs'

const WORKSPACE = process.env.SLUICE_WORKSPACE ?? 'demo'
const number = async (locator) => Number((await locator.innerText()).replace(/[^0-9]/g, ''))

test('a marketer draws, dry-runs, starts and watches a campaign', async (t) => {
  const browser = await openBrowser()
  t.after(() => browser.close())
  const { page } = browser
  const name = `Drawn by mouse ${Date.now()}`

  await page.goto(`${SERVER}/w/${WORKSPACE}/campaigns`)
  await page.getByRole('button', { name: 'New campaign' }).click()
  await page.getByRole('menuitem', { name: 'Blank canvas' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Create' }).click()

  await page.getByRole('button', { name: 'Add a target group' }).click()
  const form = page.locator('.inspector')
  await form.locator('[data-field=who]').getByText('Who meets a condition').click()
  await form.getByRole('button', { name: 'Condition' }).click()
  await page.getByRole('button', { name: 'Lifecycle stage' }).click()

  await page.locator('.palette [data-type=split]').click()
  await page.locator('.palette [data-type=sms]').click()
  await form
    .getByLabel('Text', { exact: true })
    .fill('New things are in: {{ "https://shop.example/new" | link }}')
  await form.getByLabel('Signature').fill('[Lumi]')
  await form.getByLabel('Opt-out text').fill('Reply R to stop')

  const split = page.locator('.card', { hasText: 'Split test 1' })
  const sms = page.locator('.card', { hasText: 'SMS 1' })
  await page.getByText('Nothing to mend').waitFor()
  await page.waitForSelector('[data-save=saved]')
  const arriving = await number(split.locator('.card-count'))
  assert.ok(arriving > 0, 'people arrive at the split')
  assert.equal(await number(split.locator('.port-count').first()), Math.ceil(arriving / 2))
  const drawn = await number(sms.locator('.card-count'))

  await page.getByRole('button', { name: 'Dry run' }).click()
  await page.getByText('People who enter').waitFor()
  assert.equal(await number(page.locator('.sum-value').first()), arriving)
  await page.getByLabel('Back to the canvas').click()

  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByText(`${arriving.toLocaleString('en-GB')} people enter the campaign.`).waitFor()
  await page.getByRole('button', { name: 'Start now' }).click()
  await page.locator('[data-run-state=finished]').waitFor({ timeout: 60_000 })
  assert.equal(
    await number(page.locator('.card', { hasText: 'SMS 1' }).locator('.card-count')),
    drawn,
  )
  assert.deepEqual(browser.faults, [])
})
