// What people expect of an editor: each test draws on a campaign of its own.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { campaign, edit, nodes } from './campaign.mjs'
import { handsOn } from './hands.mjs'
import { openBrowser, SERVER } from './page.mjs'

const WORKSPACE = process.env.SLUICE_WORKSPACE ?? 'demo'

// biome-ignore lint/suspicious/noTemplateCurlyInString: a name that must stay as it is
const CODE = '${7*7}{{7*7}}'

let browser
let page

before(async () => {
  browser = await openBrowser()
  page = browser.page
})
after(async () => {
  await browser.close()
  assert.deepEqual(
    browser.faults.filter((fault) => !/409|ERR_FAILED/.test(fault)),
    [],
  )
})

const { card, port, shown, wires, middle, pull, undo } = handsOn(() => page)

test('1: what is drawn is kept within 3 seconds, and is there after a reload', async () => {
  const key = await edit(page, [['who', 'target-group', 0, 0]])
  await page.locator('.palette [data-type=merge]').click()
  await page.waitForSelector('[data-save=unsaved], [data-save=saving]')
  await page.waitForSelector('[data-save=saved]', { timeout: 3_000 })
  assert.equal((await nodes(key)).length, 2)
  await page.reload()
  await card('merge_1').waitFor()
})

test('4: a node dragged from the palette lands under the pointer, chosen, with its form open', async () => {
  await edit(page, [['who', 'target-group', 0, 0]])
  const box = await page.locator('.flow').boundingBox()
  const to = { x: box.x + box.width / 2 - 27, y: box.y + 187 }
  await page.locator('.palette [data-type=filter]').dragTo(page.locator('.flow'), {
    targetPosition: { x: to.x - box.x, y: to.y - box.y },
  })
  await card('filter_1').waitFor()
  await page.locator('.inspector').waitFor()
  await page.waitForTimeout(300)
  const { x, y } = await middle(card('filter_1'))
  assert.ok(Math.hypot(x - to.x, y - to.y) <= 12, `${x},${y} is not ${to.x},${to.y}`)
})

test('4: the palette finds nodes by what is typed', async () => {
  await edit(page, [['who', 'target-group', 0, 0]])
  await page.getByLabel('Search nodes').fill('random')
  const found = await page.locator('.palette-item').allInnerTexts()
  assert.ok(found.includes('Sample') && !found.includes('SMS'), String(found))
})

test('2: undo takes back one deed at a time', async () => {
  await edit(
    page,
    [
      ['who', 'target-group', 0, 0],
      ['only', 'filter', 600, 0],
    ],
    [['who', 'only']],
  )
  const from = await middle(card('only'))
  await pull({ x: from.x, y: from.y - 40 }, { x: from.x + 60, y: from.y + 60 })
  const moved = await middle(card('only'))
  assert.ok(moved.y > from.y + 20)
  await page.locator('.wire-add').first().hover({ force: true })
  await page.locator('.wire-add').first().click({ force: true })
  await page.locator('.picker [data-type=merge]').click()
  await card('merge_1').waitFor()
  assert.equal(await wires(), 2)
  await page.locator('.inspector-name').fill('Together')
  await page.locator('.inspector-body').click()
  await undo()
  assert.notEqual(await card('merge_1').locator('.card-name').innerText(), 'Together')
  await undo()
  await card('merge_1').waitFor({ state: 'detached' })
  assert.equal(await wires(), 1)
  await undo()
  assert.ok(Math.abs((await middle(card('only'))).y - from.y) < 3, 'the node is back')
  assert.ok(await page.getByLabel('Undo', { exact: true }).isDisabled())
})

test('6: a wire dropped on the empty canvas offers what fits, and connects it', async () => {
  await edit(page, [['who', 'target-group', 0, 0]])
  const from = await middle(port('who', 'out'))
  await pull(from, { x: from.x + 60, y: from.y + 160 })
  await page.locator('.picker').waitFor()
  assert.equal(await page.locator('.picker [data-type=target-group]').count(), 0)
  await page.locator('.picker [data-type=wait]').click()
  await card('wait_1').waitFor()
  assert.equal(await wires(), 1)
  await undo()
  assert.equal(await shown(), 1)
})

test('7: wires that make no sense are refused with the reason', async () => {
  await edit(
    page,
    [
      ['who', 'target-group', 0, 0],
      ['one', 'filter', 320, 0],
      ['two', 'filter', 640, 0],
      ['other', 'target-group', 0, 240],
    ],
    [
      ['who', 'one'],
      ['one', 'two'],
    ],
  )
  await pull(await middle(port('two', 'out')), await middle(port('one', 'in', 'target')))
  await page.getByText('This would lead in a circle').first().waitFor()
  await pull(await middle(port('other', 'out')), await middle(port('one', 'in', 'target')))
  await page.getByText('This port takes one wire only').first().waitFor()
  await pull(await middle(port('who', 'out')), await middle(port('one', 'in', 'target')))
  await page.getByText('These ports are connected already').first().waitFor()
  assert.equal(await wires(), 2)
})

test('3: keys that delete and paste do nothing while somebody types', async () => {
  await edit(page, [['who', 'target-group', 0, 0]])
  await card('who').click()
  await page.locator('.inspector-name').focus()
  for (const key of ['Delete', 'Backspace', 'Control+a', 'Control+d', 'Control+v'])
    await page.keyboard.press(key)
  assert.equal(await shown(), 1)
  await page.locator('.inspector-body').click({ position: { x: 5, y: 200 } })
  await page.keyboard.press('Delete')
  assert.equal(await shown(), 0)
})

test('11: nodes are copied with the wires between them, and pasted at the pointer', async () => {
  await edit(
    page,
    [
      ['who', 'target-group', 0, 0],
      ['only', 'filter', 320, 0],
    ],
    [['who', 'only']],
  )
  await page.locator('.flow').click({ position: { x: 20, y: 20 } })
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const box = await page.locator('.flow').boundingBox()
  const to = { x: box.x + box.width / 2, y: box.y + 130 }
  await page.mouse.move(to.x, to.y)
  await page.keyboard.press('Control+v')
  await card('target_group_1').or(card('who_1')).first().waitFor()
  assert.equal(await shown(), 4)
  assert.equal(await wires(), 2)
  await undo()
  assert.equal(await shown(), 2)
})

test('8: the problem list leads to the node and its field; marks go when it is edited', async () => {
  await edit(
    page,
    [
      ['who', 'target-group', 0, 0],
      ['text', 'sms', 400, 0],
    ],
    [['who', 'text']],
  )
  await page.getByRole('button', { name: /problem/ }).click()
  await page.locator('.problems li', { hasText: 'text' }).first().click()
  await page.locator('.inspector').waitFor()
  await card('text').locator('.mark').waitFor()
  await page.locator('.inspector [data-field] [role=alert]').first().waitFor()
  await page.getByLabel('Text', { exact: true }).fill('Hello')
  assert.equal(await page.locator('[data-field=text] [role=alert]').count(), 0)
})

test('14: arranging leaves no overlap and keeps the order of the branches', async () => {
  await edit(
    page,
    [
      ['who', 'target-group', 0, 0],
      ['only', 'filter', 20, 10],
      ['top', 'merge', 5, 0],
      ['bottom', 'merge', 9, 8],
    ],
    [
      ['who', 'only'],
      ['only', 'top', 'out'],
      ['only', 'bottom', 'rest'],
    ],
  )
  await page.getByLabel('Arrange', { exact: true }).click()
  await page.waitForTimeout(800)
  const boxes = Object.fromEntries(
    await Promise.all(
      ['who', 'only', 'top', 'bottom'].map(async (id) => [id, await card(id).boundingBox()]),
    ),
  )
  assert.ok(boxes.who.x + boxes.who.width < boxes.only.x)
  assert.ok(boxes.only.x + boxes.only.width < boxes.top.x)
  assert.ok(boxes.top.y + boxes.top.height < boxes.bottom.y)
  await undo()
  await page.waitForTimeout(200)
  assert.ok(
    Math.abs((await card('who').boundingBox()).x - (await card('only').boundingBox()).x) < 60,
  )
})

test('1: who saves second is told, and nothing is lost', async () => {
  const key = await edit(page, [['who', 'target-group', 0, 0]])
  await campaign(key, [
    ['who', 'target-group', 0, 0],
    ['theirs', 'merge', 300, 0],
  ])
  await page.locator('.palette [data-type=wait]').click()
  await page.getByText('Somebody else changed this campaign').waitFor()
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await card('theirs').waitFor()
  await page.waitForTimeout(400)
  await page.locator('.flow').click({ position: { x: 20, y: 20 } })
  await undo()
  await card('wait_1').waitFor()
  await page.waitForSelector('[data-save=saved]')
})

test('20: the language changes without a reload, and no English is left', async () => {
  await edit(
    page,
    [
      ['who', 'target-group', 0, 0, '人群'],
      ['text', 'sms', 400, 0, '短信'],
    ],
    [['who', 'text']],
  )
  await card('text').click()
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('button', { name: '试算' }).waitFor()
  const texts = await page
    .locator('.palette, .toolbar, .inspector, .problems, .card')
    .allInnerTexts()
  const english =
    texts
      .join('\n')
      .replace(/webhook|sms|text|Ctrl|React Flow|who/gi, '')
      .match(/[A-Za-z]{3,}/g) ?? []
  assert.deepEqual(english, [])
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Dry run' }).waitFor()
})

test('21: arrow keys move the chosen node by steps, undone together', async () => {
  await edit(page, [
    ['who', 'target-group', 0, 0],
    ['only', 'filter', 320, 0],
  ])
  await card('only').click()
  await page.waitForTimeout(300)
  const from = await middle(card('only'))
  await card('only').focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown')
  const to = await middle(card('only'))
  assert.ok(Math.abs(to.y - from.y - 30) <= 2, `${to.y - from.y}`)
  await undo()
  await page.waitForTimeout(100)
  assert.ok(Math.abs((await middle(card('only'))).y - from.y) <= 2)
})

test('19: a node is found by its name', async () => {
  await edit(page, [
    ['who', 'target-group', 0, 0],
    ['far', 'filter', 5000, 3000, 'Far away'],
  ])
  await page.keyboard.press('Control+f')
  await page.getByLabel('Name, type or id').fill('far aw')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(600)
  const { x, y } = await middle(card('far'))
  assert.ok(x > 208 && x < 908 && y > 96 && y < 800, `${x},${y}`)
  assert.equal(await page.locator('.inspector-name').inputValue(), 'Far away')
})

test('10: opening a form is no step', async () => {
  await edit(page, [
    ['who', 'target-group', 0, 0],
    ['text', 'sms', 400, 0],
    ['half', 'split', 400, 200],
  ])
  for (const id of ['who', 'text', 'half']) {
    const open = page.locator(`.inspector .id-chip`, { hasText: id })
    // The canvas shifts to keep a chosen node in view, and may do so under the pointer.
    for (let tries = 0; tries < 4 && !(await open.isVisible()); tries++) {
      await card(id).click()
      await open.waitFor({ timeout: 3_000 }).catch(() => {})
    }
    await open.waitFor()
  }
  assert.ok(await page.getByLabel('Undo', { exact: true }).isDisabled())
})

test('names that look like code only show', async () => {
  await edit(page, [
    ['who', 'target-group', 0, 0, '<img src=x onerror=alert(1)>'],
    ['two', 'merge', 400, 0, CODE],
  ])
  assert.equal(await card('who').locator('.card-name').innerText(), '<img src=x onerror=alert(1)>')
  assert.equal(await card('two').locator('.card-name').innerText(), CODE)
  assert.equal(await page.locator('.flow img').count(), 0)
})

test('1: while the server does not answer nothing is lost', async () => {
  const key = await edit(page, [['who', 'target-group', 0, 0]])
  await page.route('**/api/**', (route) => route.abort())
  await page.locator('.palette [data-type=merge]').click()
  await page.getByText('Your work is kept in this browser').waitFor()
  await page.unroute('**/api/**')
  await page.waitForSelector('[data-save=saved]')
  assert.equal((await nodes(key)).length, 2)
})

test('1: work of a tab that was closed too early comes back', async () => {
  const key = await edit(page, [['who', 'target-group', 0, 0]])
  await page.route('**/campaigns/*?draft=true', (route) => route.abort())
  await page.locator('.palette [data-type=merge]').click()
  await page.waitForSelector('[data-save=lost]')
  await page.goto('about:blank')
  await page.unroute('**/campaigns/*?draft=true')
  await page.goto(`${SERVER}/w/${WORKSPACE}/campaigns/${key}`)
  await card('merge_1').waitFor()
  await page.getByText('was brought back from this browser').waitFor()
  await page.waitForSelector('[data-save=saved]')
  assert.equal((await nodes(key)).length, 2)
})

test('9: only the last count is shown, whatever the order of the answers', async () => {
  await edit(page, [['who', 'target-group', 0, 0]])
  let asked = 0
  await page.route('**/canvas/counts', async (route) => {
    const first = ++asked === 1
    const answer = await route.fetch()
    const counts = await answer.json()
    if (first) await new Promise((done) => setTimeout(done, 2_500))
    counts.nodes.who = { ports: { out: first ? 111 : 222 }, in: first ? 111 : 222, upTo: [] }
    await route.fulfill({ json: counts }).catch(() => undefined)
  })
  await card('who').click()
  await page.locator('[data-field=who]').getByText('Everyone').click()
  await page.waitForTimeout(700)
  await page.locator('[data-field=who]').getByText('A segment').click()
  await card('who').getByText('222').waitFor()
  await page.waitForTimeout(3_000)
  assert.equal(await card('who').locator('.card-count').innerText(), '222')
  assert.ok(asked >= 2)
  await page.unroute('**/canvas/counts')
})

test('9: counts behind an edit are grey until new ones come', async () => {
  await edit(
    page,
    [
      ['who', 'target-group', 0, 0],
      ['only', 'merge', 400, 0],
    ],
    [['who', 'only']],
  )
  await page.route('**/canvas/counts', async (route) => {
    await new Promise((done) => setTimeout(done, 1_500))
    await route.continue()
  })
  await card('who').click()
  await page.locator('[data-field=who]').getByText('Everyone').click()
  await card('only').locator('.card.stale').waitFor()
  await card('only').locator('.card.stale').waitFor({ state: 'detached' })
  await page.unroute('**/canvas/counts')
})

test('1: going back to another campaign saves neither into the other', async () => {
  const first = await edit(page, [['first', 'target-group', 0, 0]])
  await page.goto(`${SERVER}/w/${WORKSPACE}/campaigns`)
  const second = `browser-back-${Date.now()}`
  await campaign(second, [['second', 'merge', 0, 0]])
  await page.evaluate((address) => {
    history.pushState({}, '', address)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, `/w/${WORKSPACE}/campaigns/${first}`)
  await card('first').waitFor()
  await page.evaluate((address) => {
    history.pushState({}, '', address)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, `/w/${WORKSPACE}/campaigns/${second}`)
  await card('second').waitFor()
  await page.waitForTimeout(1_500)
  assert.deepEqual(
    (await nodes(first)).map(({ id }) => id),
    ['first'],
  )
  assert.deepEqual(
    (await nodes(second)).map(({ id }) => id),
    ['second'],
  )
})
