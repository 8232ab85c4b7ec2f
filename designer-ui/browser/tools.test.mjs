// Tools of the canvas that people expect: each test draws on a campaign of its own.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, edit, saved as kept, nodes } from './campaign.mjs'
import { handsOn } from './hands.mjs'
import { openBrowser, SERVER } from './page.mjs'

const WORKSPACE = process.env.SLUICE_WORKSPACE ?? 'demo'
const EVERYONE = { who: 'everyone' }
const GOLD = { rule: { all: [{ profile: 'level', op: 'at-least', value: 3 }] } }
const NO_GOLD = { rule: { all: [{ profile: 'level', op: 'less-than', value: 0 }] } }
const TAG = { tag: 'browser', action: 'add' }

let browser
let page

before(async () => {
  browser = await openBrowser({ width: 1600, height: 900 })
  page = browser.page
})
after(async () => {
  await browser.close()
  assert.deepEqual(
    browser.faults.filter((fault) => !/40[49]/.test(fault)),
    [],
  )
})

const { card, chosen, elsewhere, middle, pull, saved, shown, undo, wires } = handsOn(() => page)
const digits = (text) => Number(text.replace(/[^0-9]/g, ''))
const number = async (locator) => digits(await locator.textContent())
const press = (name) => page.getByRole('button', { name, exact: true }).first().click()
const fork = (settings = GOLD) =>
  edit(
    page,
    [
      ['who', 'target-group', 0, 0, 'who', EVERYONE],
      ['only', 'filter', 320, 0, 'only', settings],
      ['yes', 'tag', 640, -90, 'yes', TAG],
      ['no', 'merge', 640, 110],
    ],
    [
      ['who', 'only'],
      ['only', 'yes'],
      ['only', 'no', 'rest'],
    ],
  )
const loose = () =>
  edit(page, [
    ['one', 'merge', 0, 0],
    ['two', 'filter', 310, 77],
    ['three', 'merge', 60, 263],
  ])

const member = async () => {
  const key = `browser-member-${Date.now()}`
  await ask('PUT', `members/${key}`, {
    profile: { name: 'Walker', registered_at: '2020-01-01T00:00:00Z' },
  })
  return key
}

test('5: the plus on a wire offers only what fits, and rewires', async () => {
  await fork()
  await page.locator('.wire-add').first().hover({ force: true })
  await page.locator('.wire-add').first().click({ force: true })
  const offered = await page
    .locator('.picker [data-type]')
    .evaluateAll((all) => all.map((one) => one.dataset.type))
  assert.ok(offered.includes('wait') && !offered.includes('target-group'), String(offered))
  assert.ok(!offered.includes('analysis'), 'nobody leaves an analysis')
  await page.locator('.picker [data-type=wait]').click()
  await card('wait_1').waitFor()
  assert.equal(await wires(), 4)
})

test('9: counts stand on nodes, ports and wires, and are those of the run that follows', async () => {
  const key = await fork()
  await card('yes').locator('.card-count', { hasText: /[1-9]/ }).waitFor()
  const drawn = (await page.locator('.wire-label').allTextContents()).map(digits)
  assert.equal(drawn.length, 3)
  assert.equal(drawn[0], drawn[1] + drawn[2])
  await saved()
  const run = await ask('POST', `campaigns/${key}/start`, {})
  let view = run
  while (view.state !== 'finished') {
    await page.waitForTimeout(200)
    view = await ask('GET', `runs/${run.id}`)
  }
  const ports = Object.fromEntries(view.nodes.map((node) => [node.id, node.ports]))
  assert.deepEqual(drawn, [ports.who.out, ports.only.out, ports.only.rest])
})

test('10: what is wrong stands at its field, in both languages', async () => {
  await edit(page, [['text', 'sms', 0, 0]])
  await card('text').click()
  const wrong = page.locator('.inspector [data-field] [role=alert]').first()
  assert.match(await wrong.innerText(), /[a-z]{3}/)
  await press('中文')
  await page.waitForTimeout(300)
  assert.match(await wrong.innerText(), /[\u4e00-\u9fff]/)
  await press('English')
})

test('11: what is copied in one tab is pasted in another, over plain http', async () => {
  assert.ok(SERVER.startsWith('http://'))
  await fork()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  const other = await browser.context.newPage()
  await edit(other, [['lonely', 'target-group', 0, 0]])
  await other.keyboard.press('Control+v')
  await other.locator('[data-node=yes_1]').waitFor()
  assert.equal(await other.locator('.react-flow__node').count(), 5)
  assert.equal(await other.locator('.react-flow__edge').count(), 3)
  await other.close()
})

test('11: duplicates come with the wires between them, in one step', async () => {
  await fork()
  await elsewhere()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+d')
  await card('yes_1').waitFor()
  assert.deepEqual([await shown(), await wires()], [8, 6])
  await undo()
  assert.deepEqual([await shown(), await wires()], [4, 3])
})

test('12: several are chosen by Ctrl and click, and by a box', async () => {
  await loose()
  await card('one').locator('.card-icon').click()
  await card('two')
    .locator('.card-icon')
    .click({ modifiers: ['Control'] })
  assert.equal(await chosen(), 2)
  await elsewhere()
  await page.locator('.react-flow__node.selected').first().waitFor({ state: 'detached' })
  const box = await page.locator('.flow').boundingBox()
  await page.keyboard.down('Shift')
  await pull(
    { x: box.x + 5, y: box.y + 5 },
    { x: box.x + box.width - 10, y: box.y + box.height - 10 },
  )
  await page.keyboard.up('Shift')
  assert.equal(await chosen(), 3)
})

test('12: what is chosen is aligned on the left and at the top, one step each', async () => {
  await loose()
  const left = async (id) => Math.round((await card(id).boundingBox()).x)
  const top = async (id) => Math.round((await card(id).boundingBox()).y)
  await card('one').locator('.card-icon').click()
  for (const id of ['two', 'three'])
    await card(id)
      .locator('.card-icon')
      .click({ modifiers: ['Control'] })
  const before = await left('two')
  await page.getByLabel('Align on the left').click()
  await page.waitForTimeout(200)
  assert.ok(
    (await left('one')) === (await left('two')) && (await left('two')) === (await left('three')),
  )
  await undo()
  await page.waitForTimeout(200)
  assert.equal(await left('two'), before)
  await page.getByLabel('Align at the top').click()
  await page.waitForTimeout(200)
  assert.ok(Math.abs((await top('one')) - (await top('two'))) <= 1, 'cards of different heights')
})

const view = () =>
  page.locator('.react-flow__viewport').evaluate((one) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(one).transform)
    return { zoom: a, x: e, y: f }
  })

test('13: the wheel pans, with Ctrl it zooms, Space and a drag move the canvas', async () => {
  await loose()
  const box = await page.locator('.flow').boundingBox()
  await page.mouse.move(box.x + 60, box.y + 60)
  const start = await view()
  await page.mouse.wheel(0, 100)
  await page.waitForTimeout(300)
  const panned = await view()
  assert.ok(panned.y < start.y && panned.zoom === start.zoom, JSON.stringify(panned))
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -200)
  await page.keyboard.up('Control')
  await page.waitForTimeout(300)
  const zoomed = await view()
  assert.ok(zoomed.zoom > panned.zoom)
  await page.keyboard.down('Space')
  await pull({ x: box.x + 60, y: box.y + 60 }, { x: box.x + 160, y: box.y + 90 })
  await page.keyboard.up('Space')
  const dragged = await view()
  assert.ok(Math.abs(dragged.x - zoomed.x - 100) < 5, `${zoomed.x} ${dragged.x}`)
  await page.getByLabel('Fit to screen').click()
  await page.waitForTimeout(500)
  assert.ok((await view()).zoom <= 1)
})

test('13: the overview map moves the canvas and can be hidden', async () => {
  await loose()
  const map = page.locator('.react-flow__minimap')
  const at = await middle(map)
  const start = await view()
  await pull(at, { x: at.x + 20, y: at.y + 10 })
  await page.waitForTimeout(300)
  assert.notEqual((await view()).x, start.x)
  await page.getByLabel('More').last().click()
  await page.getByRole('menuitem', { name: /Overview map/ }).click()
  await map.waitFor({ state: 'detached' })
})

test('15: a canvas is presented in a new page, where nothing can be changed', async () => {
  const key = await fork()
  await page.getByLabel('More').last().click()
  const opened = browser.context.waitForEvent('page')
  await page.getByText('Present in a new page').click()
  const stage = await opened
  await stage.locator('[data-node=yes] .card-count', { hasText: /[1-9]/ }).waitFor()
  assert.equal(await stage.locator('.palette, .inspector, .topbar').count(), 0)
  await stage.locator('[data-node=only]').click()
  await stage.keyboard.press('Delete')
  await stage.waitForTimeout(1_200)
  assert.equal(await stage.locator('.react-flow__node').count(), 4)
  assert.equal((await nodes(key)).length, 4)
  await stage.close()
})

test('15: the canvas fills the screen', async () => {
  await loose()
  await page.getByLabel('More').last().click()
  await page.getByText('Full screen').click()
  await page.waitForFunction(() => document.fullscreenElement !== null)
  await page.evaluate(() => document.exitFullscreen())
})

test('17: the mark says draft or approved, and leads back to what was approved', async () => {
  const key = await fork()
  await page.locator('[data-review=draft]').waitFor()
  const { version } = await ask('GET', `campaigns/${key}/review`)
  await ask('POST', `campaigns/${key}/review`, { decision: 'submit', version }, 'marketer')
  await ask('POST', `campaigns/${key}/review`, { decision: 'approve', version }, 'approver')
  await page.reload()
  await page.locator('[data-review=approved]').waitFor()
  await page.locator('.palette [data-type=merge]').click()
  await page.locator('[data-review=draft]').waitFor()
  await page.getByLabel(/Revert to version/).click()
  await press('Revert')
  await card('merge_1').waitFor({ state: 'detached' })
  await saved()
  assert.equal((await nodes(key)).length, 4)
  await undo()
  await card('merge_1').waitFor()
})

test('18: one member is walked through, with the port taken and the conditions met', async () => {
  const walker = await member()
  await fork(NO_GOLD)
  await page.getByLabel('Walk a member through').click()
  await page.getByLabel('Member', { exact: true }).fill(walker)
  await page.keyboard.press('Enter')
  await page.locator('[data-stop=only] [data-exit=rest]').waitFor()
  await page.locator('[data-stop=only] [data-met=false]').waitFor()
  assert.equal(await page.locator('.card.walked').count(), 3)
  assert.equal(await page.locator('.wire.walked').count(), 2)
  await card('only').locator('.card-icon').click()
  await page.keyboard.press('d')
  await elsewhere()
  await page.locator('[data-stop=only] [data-exit=out]').waitFor()
  await page.getByLabel('Close', { exact: true }).click()
  assert.equal(await page.locator('.card.walked').count(), 0)
})

test('18: a test goes to any address, and the address is remembered', async () => {
  await edit(page, [
    [
      'text',
      'sms',
      0,
      0,
      'text',
      { purpose: 'marketing', text: 'Hello', signature: '[Lumi]', optOut: 'R' },
    ],
  ])
  await card('text').click()
  await press('Send a test…')
  const address = `1380000${String(Date.now()).slice(-4)}`
  await page.getByRole('dialog').getByRole('combobox').first().fill(address)
  await page.keyboard.press('Enter')
  await page.getByLabel('As member').fill(await member())
  await page.keyboard.press('Tab')
  await press('Send the test')
  await page.locator('[data-outcome=accepted]', { hasText: address }).waitFor()
  await page.reload()
  await card('text').click()
  await press('Send a test…')
  await page.getByRole('dialog').getByText(address).first().waitFor()
  await page.keyboard.press('Escape')
})

test('21: the list of shortcuts opens by its key; Tab and Enter choose a node', async () => {
  await loose()
  await page.keyboard.press('?')
  await page.getByText('Ctrl + Z').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('Ctrl + Z').waitFor({ state: 'hidden' })
  await page.locator('.react-flow__node').first().focus()
  await page.keyboard.press('Enter')
  await page.locator('.inspector').waitFor()
})

test('22: dark mode reaches the canvas', async () => {
  await loose()
  const brightness = () =>
    page
      .locator('.card')
      .first()
      .evaluate((one) => {
        const [r, g, b] = getComputedStyle(one)
          .backgroundColor.match(/[0-9.]+/g)
          .map(Number)
        return r + g + b
      })
  const light = await brightness()
  await page.getByLabel('Dark', { exact: true }).click()
  await page.waitForTimeout(200)
  assert.ok((await brightness()) < light - 300)
  await page.getByLabel('Light', { exact: true }).click()
})

test('23: what is dragged stands on the grid', async () => {
  const key = await edit(page, [['one', 'merge', 3, 4]])
  const from = await middle(card('one').locator('.card-type'))
  await pull(from, { x: from.x + 73, y: from.y + 91 })
  await page.waitForSelector('[data-save=unsaved], [data-save=saving]')
  await saved()
  const [{ position }] = await nodes(key)
  const { zoom } = await view()
  const { height } = await card('one').boundingBox()
  const top = position.y - height / zoom / 2
  assert.equal(position.x % 10, 0)
  assert.ok(Math.abs(top - Math.round(top / 10) * 10) < 0.6, `${top}`)
})

test('23: lines show what a dragged node is level with, and draw it there', async () => {
  const key = await loose()
  const from = await middle(card('three').locator('.card-type'))
  const { zoom } = await view()
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  let way = 20
  while (way < 90 && (await page.locator('.guide.upright').count()) === 0) {
    way += 4
    await page.mouse.move(from.x - way * zoom, from.y + 31 * zoom, { steps: 2 })
    await page.waitForTimeout(60)
  }
  assert.ok(way < 90, 'a line shows')
  await page.mouse.up()
  await page.locator('.guide').waitFor({ state: 'detached' })
  await page.waitForSelector('[data-save=unsaved], [data-save=saving]')
  await saved()
  assert.equal((await nodes(key)).find(({ id }) => id === 'three').position.x, 0)
})

test('23: a note is written on the canvas, kept, and undone in one step', async () => {
  const key = await loose()
  await elsewhere()
  const box = await page.locator('.flow').boundingBox()
  await page.mouse.move(box.x + box.width / 2, box.y + 120)
  await page.keyboard.press('n')
  await page.getByLabel('Note', { exact: true }).fill('Ask Eve about the dates')
  await saved()
  await page.waitForTimeout(1_000)
  await saved()
  assert.equal((await kept(key)).notes[0].text, 'Ask Eve about the dates')
  assert.equal(await shown(), 4)
  await page.locator('.note-grip').click()
  await page.keyboard.press('Delete')
  assert.equal(await shown(), 3)
  await undo()
  assert.equal(await shown(), 4)
})

test('23: the right button offers what can be done with a node, a wire and the canvas', async () => {
  await fork()
  await card('only').locator('.card-icon').click({ button: 'right' })
  await page.getByRole('menuitem', { name: /Duplicate/ }).click()
  await card('only_1').waitFor()
  await page.locator('.flow').click({ button: 'right', position: { x: 30, y: 30 } })
  await page.getByRole('menuitem', { name: /Add a note/ }).click()
  await page.locator('.note').waitFor()
  await elsewhere()
  const wire = await middle(page.locator('.wire-label').first())
  await page.mouse.click(wire.x, wire.y, { button: 'right' })
  await page.getByRole('menuitem', { name: /Delete/ }).click()
  assert.equal(await wires(), 2)
})

test('23: people pass a node that is switched off', async () => {
  const key = await fork(NO_GOLD)
  const count = card('yes').locator('.card-count')
  await page.waitForFunction(
    () => document.querySelector('[data-node=yes] .card-count')?.textContent === '0',
  )
  await card('only').locator('.card-icon').click()
  await page.keyboard.press('d')
  await card('only').getByText('Off', { exact: true }).waitFor()
  await card('yes').locator('.card-count', { hasText: /[1-9]/ }).waitFor()
  assert.equal(await number(count), await number(card('who').locator('.card-count')))
  await saved()
  assert.equal((await nodes(key)).find(({ id }) => id === 'only').disabled, true)
  await press('Switch on')
  await page.waitForFunction(
    () => document.querySelector('[data-node=yes] .card-count')?.textContent === '0',
  )
})

test('16: a run shows the state of each node, and a click opens its record and its people', async () => {
  const key = await fork()
  await saved()
  const run = await ask('POST', `campaigns/${key}/start`, {})
  await page.goto(`${SERVER}/w/${WORKSPACE}/runs/${run.id}`)
  await page.locator('[data-run-state=finished]').waitFor({ timeout: 60_000 })
  await card('yes').locator('.state-done').waitFor()
  const people = await number(card('yes').locator('.card-count'))
  await card('yes').click()
  await page.locator('.record button', { hasText: /[1-9]/ }).first().click()
  await page.locator(`.people[data-total="${people}"] li`).first().waitFor()
  await elsewhere()
  const wire = await middle(page.locator('.wire-label').nth(2))
  await page.mouse.click(wire.x, wire.y)
  const rest = await number(page.locator('.wire-label').nth(2))
  await page.locator(`.people[data-total="${rest}"] li .hint`).first().waitFor()
  const member = await page.locator('.people li .hint').first().innerText()
  await elsewhere()
  await page.getByLabel('Member', { exact: true }).fill(member)
  await page.keyboard.press('Enter')
  await page.locator('[data-reached=no]').waitFor()
  await page.locator('[data-missed=yes]').waitFor()
})
