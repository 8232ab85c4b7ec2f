// What assistive technology finds on each screen: nothing serious, in both languages and themes.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { edit } from './campaign.mjs'
import { openBrowser, SERVER } from './page.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const DATA = ['members', 'imports', 'segments', 'coupons', 'templates', 'gateways', 'balances']

async function serious(page) {
  await page.waitForTimeout(600) // what fades in is pale at first
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }))
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 140))}`)
}

for (const [language, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
]) {
  test(`nothing serious in ${language}, ${theme}`, async (t) => {
    const browser = await openBrowser({ language, theme })
    t.after(() => browser.close())
    const { page } = browser
    await page.goto(`${SERVER}/w/${process.env.SLUICE_WORKSPACE ?? 'demo'}/campaigns`)
    await page.locator('.ant-table-row').first().waitFor()
    assert.deepEqual(await serious(page), [])
    for (const path of DATA) {
      await page.goto(`${SERVER}/w/${process.env.SLUICE_WORKSPACE ?? 'demo'}/${path}`)
      await page.locator('h1').waitFor()
      await page.waitForLoadState('networkidle')
      assert.deepEqual(await serious(page), [], path)
    }
    await edit(
      page,
      [
        ['who', 'target-group', 0, 0],
        ['only', 'filter', 320, 0],
      ],
      [['who', 'only']],
    )
    assert.deepEqual(await serious(page), [])
    await page.locator('[data-node=only]').click()
    await page.locator('.rule-add button').first().click()
    await page.locator('[data-subject="orders:count"]').click()
    await page.locator('.condition').waitFor()
    assert.deepEqual(await serious(page), [])
  })
}
