// On the CDNOW data set (Fader and Hardie 2001): the counts on the wires are what the run then has.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { openBrowser, SERVER, shownBy } from './page.mjs'
import { publicData } from './public-data.mjs'

const FILE = 'cdnow/orders.csv.gz'
const file = publicData(FILE)
const MINUTES = 60_000
const workspace = `cdnow-${Date.now()}`
const API = `${SERVER}/api/workspaces/${workspace}`
const PAGES = `${SERVER}/w/${workspace}`

/** Nodes as [id, type, settings], wires as [source, target, source port, target port]. */
const rule = (condition) => ({ who: 'rule', rule: condition })
const NODES = [
  ['buyers', 'target-group', rule({ orders: 'count', op: 'at-least', value: 1 })],
  [
    'spenders',
    'target-group',
    rule({
      orders: 'sum',
      op: 'more-than',
      value: 60,
      window: { from: '1997-02-01', to: '1998-01-31' },
    }),
  ],
  ['late', 'target-group', rule({ orders: 'last', op: 'after', value: '1998-01-01T00:00:00Z' })],
  ['few', 'filter', { rule: { orders: 'count', op: 'between', value: [2, 12] } }],
  ['loyal', 'intersect', {}],
  ['gone', 'exclude', {}],
  ['first', 'dedupe', { inputs: 2 }],
  ['draw', 'sample', { draws: [{ key: 'drawn', name: 'Drawn', ratio: 0.35 }] }],
  [
    'level',
    'branch',
    {
      branches: [
        { key: 'high', name: 'High', rule: { profile: 'level', op: 'at-least', value: 4 } },
        { key: 'middle', name: 'Middle', rule: { profile: 'level', op: 'is', value: 3 } },
      ],
    },
  ],
  [
    'halves',
    'split',
    {
      variants: [
        { key: 'a', name: 'A', percent: 45 },
        { key: 'b', name: 'B', percent: 45 },
      ],
      controlPercent: 10,
    },
  ],
  ['tag', 'tag', { tag: 'cdnow-high', action: 'add' }],
  ['both', 'merge', {}],
  [
    'text',
    'sms',
    { purpose: 'marketing', text: 'A record for you', signature: '[CDs]', optOut: 'R to stop' },
  ],
  ['thanked', 'tag', { tag: 'cdnow-sent', action: 'add' }],
  ['kept', 'control', {}],
]
const WIRES = [
  ['buyers', 'few'],
  ['few', 'gone', 'out', 'main'],
  ['late', 'gone', undefined, 'minus'],
  ['spenders', 'loyal'],
  ['late', 'loyal'],
  ['loyal', 'first', undefined, 'in1'],
  ['gone', 'first', undefined, 'in2'],
  ['first', 'draw', 'out2'],
  ['first', 'level', 'out1'],
  ['level', 'tag', 'high'],
  ['level', 'halves', 'middle'],
  ['halves', 'both', 'a'],
  ['draw', 'both', 'drawn'],
  ['both', 'text'],
  ['text', 'thanked'],
  ['halves', 'kept', 'control'],
]

async function ask(method, path, body) {
  const answer = await fetch(API + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...shownBy('admin') },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`)
  return answer.status === 204 ? undefined : answer.json()
}

/** A profile for each number of the data set, which has none. */
function membersOf(orders) {
  const keys = [...new Set(orders.split('\n').slice(1).filter(Boolean).map(firstCell))]
  const rows = keys.map((key, index) => {
    const consent = index % 5 === 0 ? 'no' : 'yes'
    const phone = index % 7 === 0 ? '' : `+86138${String(10_000_000 + index)}`
    return `${key},Buyer ${key},${phone},${1 + (index % 5)},${consent}`
  })
  return { keys, csv: `member,name,phone,level,consent:sms\n${rows.join('\n')}\n` }
}
const firstCell = (line) => line.slice(0, line.indexOf(','))

/** Through the screen, as a marketer does it. */
async function bringIn(page, kind, csv, basis) {
  await page.goto(`${PAGES}/imports`)
  await page.getByRole('button', { name: 'Import a file' }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.locator('.ant-segmented-item').filter({ hasText: kind }).click()
  await drawer
    .locator('input[type=file]')
    .setInputFiles({ name: `${kind}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) })
  if (basis) await drawer.getByLabel('Basis of the consent').fill(basis)
  await drawer.getByRole('button', { name: 'Import', exact: true }).click()
  await drawer.locator('[data-import-state=done]').waitFor({ timeout: 10 * MINUTES })
}

const canvas = () => ({
  schemaVersion: 1,
  name: 'CDNOW',
  nodes: NODES.map(([id, type, config], index) => ({
    id,
    type,
    config,
    position: { x: 320 * Math.floor(index / 3), y: 170 * (index % 3) },
  })),
  edges: WIRES.map(([source, target, sourcePort, targetPort], index) => ({
    id: `w${index}`,
    source,
    target,
    ...(sourcePort ? { sourcePort } : {}),
    ...(targetPort ? { targetPort } : {}),
  })),
})

/** What stands on each wire, read from the page. */
const onWires = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('.react-flow__edge')].map((wire) => [
        wire.getAttribute('data-id'),
        wire.querySelector('.wire-label text')?.textContent?.replace(/[^0-9]/g, '') ?? '',
      ]),
    ),
  )

test('counts on the wires are the audiences of the run', {
  skip: !file && `no ${FILE}`,
}, async (t) => {
  await ask('PUT', '', { timeZone: 'America/New_York' })
  const orders = gunzipSync(readFileSync(file)).toString()
  const { keys, csv } = membersOf(orders)
  const browser = await openBrowser({ width: 1920, height: 1080 })
  t.after(() => browser.close())
  const { page } = browser
  page.setDefaultTimeout(MINUTES / 2)
  await bringIn(page, 'Members', csv, 'opt-in')
  await bringIn(page, 'Orders', orders)
  const summary = await ask('GET', '/orders/summary')
  assert.deepEqual([summary.members, summary.orders], [keys.length, 69_659])

  await ask('PUT', '/campaigns/cdnow?draft=true', canvas())
  await page.goto(`${PAGES}/campaigns/cdnow`)
  await page.locator('.react-flow__edge').first().waitFor()
  await page.locator('.card[data-node=draw]').click()
  const settled = () =>
    page.waitForFunction(
      () => document.querySelector('[data-counting=false]') && !document.querySelector('.stale'),
    )
  await settled()
  const before = await onWires(page)
  // One edit by hand, so that the counts compared are those of a drawn canvas.
  await page.locator('.card[data-node=halves]').click()
  await page.locator('.inspector [data-field] input[role=spinbutton]').first().fill('40')
  await page.locator('.inspector [data-field] input[role=spinbutton]').nth(1).fill('50')
  await page.locator('[data-save=saved]').waitFor()
  await page.getByText('Nothing to mend').waitFor()
  await settled()
  const drawn = await onWires(page)
  assert.notDeepEqual(drawn, before)

  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('button', { name: 'Start now' }).click()
  await page.locator('[data-run-state=finished]').waitFor({ timeout: 5 * MINUTES })
  const [{ id }] = await ask('GET', '/campaigns/cdnow/runs')
  const run = await ask('GET', `/runs/${id}`)
  const inRun = await onWires(page)
  const audience = (node, port) => run.nodes.find((one) => one.id === node).ports[port] ?? 0
  for (const [index, wire] of WIRES.entries()) {
    const [source, target, port] = wire
    const people = audience(source, port ?? mainPort(source))
    t.diagnostic(`${source} ${port ?? ''} → ${target}: ${people}`)
    assert.equal(drawn[`w${index}`], String(people), `${source} → ${target} while drawing`)
    assert.equal(inRun[`w${index}`], String(people), `${source} → ${target} on the run's page`)
  }
  const told = Object.values(drawn).map(Number)
  assert.ok(told.filter((people) => people > 0).length >= WIRES.length - 2, 'people come by')
  assert.deepEqual(browser.faults, [])
})

const mainPort = (node) => (node === 'text' || node === 'tag' ? 'done' : 'out')
