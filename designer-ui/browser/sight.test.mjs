// What is added or chosen ends in sight, whatever stands over and beside the canvas.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { edit } from './campaign.mjs'
import { handsOn } from './hands.mjs'
import { openBrowser } from './page.mjs'

const EVERYONE = { who: 'everyone' }
const COVERS = '.inspector, .palette, .react-flow__minimap, .problems, .toolbar, .topbar'

let browser
let page

before(async () => {
  browser = await openBrowser({ width: 1280, height: 800 })
  page = browser.page
})
after(async () => {
  await browser.close()
  assert.deepEqual(browser.faults, [])
})

const { card, port, middle, pull, elsewhere } = handsOn(() => page)

/** Waits until the canvas rests, and says what the card of a node lies under or beyond. */
async function outOfSight(id) {
  await page.locator('.inspector').waitFor()
  await page.waitForTimeout(600)
  const own = await card(id).boundingBox()
  const within = (a, b) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  const over = []
  for (const cover of await page.locator(COVERS).all())
    if (within(own, await cover.boundingBox())) over.push(await cover.getAttribute('class'))
  const pane = await page.locator('.flow').boundingBox()
  if (own.x < pane.x || own.x + own.width > pane.x + pane.width) over.push('beside the canvas')
  if (own.y < pane.y || own.y + own.height > pane.y + pane.height) over.push('beyond the canvas')
  return over
}

const line = () =>
  edit(
    page,
    [
      ['who', 'target-group', 0, 0, 'who', EVERYONE],
      ['only', 'filter', 320, 0],
      ['more', 'merge', 640, 0],
    ],
    [
      ['who', 'only'],
      ['only', 'more'],
    ],
  )

test('nodes added by click behind the chosen one stay in sight, one after the other', async () => {
  await line()
  await card('more').locator('.card-icon').click()
  assert.deepEqual(await outOfSight('more'), [])
  for (const id of ['wait_1', 'wait_2', 'wait_3']) {
    await page.locator('.palette [data-type=wait]').click()
    assert.deepEqual(await outOfSight(id), [], id)
  }
})

test('a node put into a wire is in sight while the form is open', async () => {
  await line()
  await card('more').locator('.card-icon').click()
  await outOfSight('more')
  await page.locator('.wire-add').last().hover({ force: true })
  await page.locator('.wire-add').last().click({ force: true })
  await page.locator('.picker [data-type=wait]').click()
  await card('wait_1').waitFor()
  assert.deepEqual(await outOfSight('wait_1'), [])
})

test('a node made where a wire was dropped is in sight, also beside the overview map', async () => {
  await line()
  await card('more').locator('.card-icon').click()
  await outOfSight('more')
  const pane = await page.locator('.flow').boundingBox()
  const corner = { x: pane.x + pane.width - 240, y: pane.y + pane.height - 90 }
  await pull(await middle(port('more', 'out')), corner)
  await page.locator('.picker [data-type=wait]').click()
  await card('wait_1').waitFor()
  assert.deepEqual(await outOfSight('wait_1'), [])
})

test('a node dragged from the palette to the edge is in sight beside its form', async () => {
  await line()
  await elsewhere()
  const pane = await page.locator('.flow').boundingBox()
  await page.locator('.palette [data-type=wait]').dragTo(page.locator('.flow'), {
    targetPosition: { x: pane.width - 60, y: pane.height / 3 },
  })
  await card('wait_1').waitFor()
  assert.deepEqual(await outOfSight('wait_1'), [])
})
