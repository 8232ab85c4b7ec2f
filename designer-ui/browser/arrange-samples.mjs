// Lays the sample campaigns out as the designer does, and writes the places of their nodes back.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { ask, saved } from './campaign.mjs'
import { openBrowser, SERVER } from './page.mjs'

const FOLDER = new URL('../../samples/campaigns/', import.meta.url)
const WORKSPACE = process.env.SLUICE_WORKSPACE ?? 'demo'

/** Pairs of cards that overlap, as they stand on the page. */
const overlaps = (page) =>
  page.locator('.react-flow__node').evaluateAll((cards) => {
    const boxes = cards.map((card) => ({ id: card.dataset.id, box: card.getBoundingClientRect() }))
    return boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          ({ box }) =>
            box.left < one.box.right &&
            one.box.left < box.right &&
            box.top < one.box.bottom &&
            one.box.top < box.bottom,
        )
        .map(({ id }) => `${one.id} and ${id}`),
    )
  })

const browser = await openBrowser({ width: 1920, height: 1080 })
const { page } = browser
page.setDefaultTimeout(60_000)
for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.json'))) {
  const file = new URL(name, FOLDER)
  const text = readFileSync(file, 'utf8')
  const key = `arranged-${Date.now()}`
  await ask('PUT', `campaigns/${key}?draft=true`, JSON.parse(text))
  await page.goto(`${SERVER}/w/${WORKSPACE}/campaigns/${key}`)
  await page.locator('.react-flow__node').first().waitFor()
  await page.waitForSelector('[data-counting=false]')
  const before = await overlaps(page)
  await page.getByLabel('Arrange', { exact: true }).click()
  await page.waitForTimeout(3_000)
  await page.waitForSelector('[data-save=saved]')
  const places = new Map((await saved(key)).nodes.map(({ id, position }) => [id, position]))
  console.log(name, 'overlaps before', before, 'after', await overlaps(page))
  writeFileSync(file, withPlaces(text, places))
}
await browser.close()

/** The file as it is written, with other numbers in its positions. */
function withPlaces(text, places) {
  const ids = [...text.matchAll(/"id":\s*"([^"]+)"/g)]
  return text.replace(/"position":\s*\{[^}]*\}/g, (found, at) => {
    const id = ids.findLast((one) => one.index < at)[1]
    const { x, y } = places.get(id)
    return found.replace(/"x":\s*[-\d.]+/, `"x": ${x}`).replace(/"y":\s*[-\d.]+/, `"y": ${y}`)
  })
}
