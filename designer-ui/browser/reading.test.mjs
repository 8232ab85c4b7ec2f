// What assistive technology finds on each screen and dialog: nothing serious, in both languages and themes.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { before, test } from 'node:test'
import { edit } from './campaign.mjs'
import { openBrowser } from './page.mjs'
import { staged } from './staged.mjs'
import { show, viewsOf } from './views.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
// A pattern of the names of the views to read; all without it.
const PART = new RegExp(process.env.SLUICE_VIEWS ?? '')
const LOOKS = [
  ['en', 'light'],
  ['zh', 'dark'],
]

let views = []

before(async () => {
  const given = process.env.SLUICE_STAGED
  views = viewsOf(given ? JSON.parse(readFileSync(given, 'utf8')) : await staged())
})

async function serious(page) {
  await page.waitForTimeout(400) // what fades in is pale at first
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }))
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 140))}`)
}

for (const [language, theme] of LOOKS) {
  test(`nothing serious on any screen in ${language}, ${theme}`, async () => {
    const found = {}
    for (const user of new Set(views.map((view) => view.user))) {
      const browser = await openBrowser({ language, theme, user })
      try {
        for (const view of views.filter((one) => one.user === user && PART.test(one.name))) {
          await show(browser.page, view)
          const faults = await serious(browser.page)
          if (faults.length > 0) found[view.name] = faults
        }
      } finally {
        await browser.close()
      }
    }
    assert.deepEqual(found, {})
  })

  test(`nothing serious while a condition is made in ${language}, ${theme}`, async (t) => {
    const browser = await openBrowser({ language, theme })
    t.after(() => browser.close())
    const { page } = browser
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
