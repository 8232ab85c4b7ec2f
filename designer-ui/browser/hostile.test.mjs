// Names that are markup or expressions do nothing on any screen but show; the page keeps its policy.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBrowser, SERVER, shownBy } from './page.mjs'

// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of other languages
const BAD = '<img src=x onerror=alert(1)> ${7*7} {{7*7}}'
const workspace = `hostile-${Date.now()}`
const API = `${SERVER}/api/workspaces/${workspace}`
const PAGES = `${SERVER}/w/${workspace}`
const DAY = 86_400_000

let browser
let page
let run
let dryRun
const wrong = []

async function ask(method, path, body, type = 'application/json', user = 'admin') {
  const answer = await fetch(API + path, {
    method,
    headers: { 'Content-Type': type, ...shownBy(user) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${text}`)
  return text === '' ? undefined : JSON.parse(text)
}

const quoted = encodeURIComponent
const node = (id, type, config, x = 0, y = 0) => ({
  id,
  type,
  name: BAD,
  config,
  position: { x, y },
})
const canvas = (tag) => ({
  schemaVersion: 1,
  name: BAD,
  notes: [{ id: 'note', text: BAD, position: { x: 0, y: -200 } }],
  nodes: [
    node('who', 'target-group', { who: 'segment', segment: BAD }),
    node(
      'split',
      'split',
      { variants: [{ key: 'a', name: BAD, percent: 90 }], controlPercent: 10 },
      320,
    ),
    node('mail', 'email', { purpose: 'marketing', template: 'bad' }, 640, -80),
    node('tag', 'tag', { tag, action: 'add' }, 960, -80),
    node('left', 'control', {}, 640, 160),
    node('watch', 'analysis', { days: 5, baseline: 'left' }, 960, 160),
  ],
  edges: [
    { id: 'e1', source: 'who', target: 'split' },
    { id: 'e2', source: 'split', sourcePort: 'a', target: 'mail' },
    { id: 'e3', source: 'split', sourcePort: 'control', target: 'left' },
    { id: 'e4', source: 'mail', target: 'tag' },
    { id: 'e5', source: 'mail', target: 'watch' },
  ],
})

before(async () => {
  await ask('PUT', '', { name: BAD })
  const yesterday = new Date(Date.now() - 20 * DAY).toISOString()
  for (let index = 0; index < 20; index++) {
    const line = {
      member: `M${index}`,
      name: BAD,
      city: BAD,
      email: `m${index}@example.com`,
      registered_at: new Date(Date.now() - 60 * DAY).toISOString(),
      'consent:email': 'yes',
      'consent:email:at': yesterday,
      'consent:email:basis': 'opt-in',
    }
    await ask('POST', '/members', JSON.stringify(line), 'application/x-ndjson')
    const order = {
      order: `O${index}`,
      member: `M${index}`,
      paid_at: new Date(Date.now() - 9 * DAY).toISOString(),
      product: BAD,
      category: BAD,
      items: 1,
      amount: 10,
    }
    await ask('POST', '/orders', JSON.stringify(order), 'application/x-ndjson')
  }
  const everybody = Array.from({ length: 20 }, (_, index) => `M${index}`)
  await ask('PUT', `/segments/${quoted(BAD)}`, { name: BAD, members: everybody })
  await ask('POST', `/tags/${quoted(BAD)}/members`, { add: everybody })
  await ask('PUT', '/attributes/bad', { label: BAD, type: 'text' })
  await ask('PUT', '/points-accounts/bad', { name: BAD })
  await ask('PUT', '/coupon-batches/bad', {
    name: BAD,
    kind: 'percent',
    value: 25,
    maxDeduction: 20,
    issue: 'direct',
    validDays: 10,
  })
  await ask('PUT', '/templates/bad', {
    name: BAD,
    channel: 'email',
    content: {
      sender: BAD.slice(0, 30),
      subject: `{{ member.name }} ${BAD.slice(0, 28)}`,
      html: '<p>{{ member.name }} in {{ member.city }}</p><a href="{{ unsubscribe }}">No more</a>',
    },
  })
  await ask('POST', '/templates/bad/submit', {})
  await ask('POST', '/templates/bad/approve', { words: BAD })
  await ask('PUT', '/campaigns/bad', canvas('first'))
  dryRun = (await ask('POST', '/campaigns/bad/dry-run?wait=60', {})).id
  run = (await ask('POST', '/campaigns/bad/start', {})).id
  for (let state = ''; state !== 'finished'; ) {
    state = (await ask('GET', `/runs/${run}`)).state
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await ask('PUT', '/campaigns/later', canvas('first'))
  await ask('PUT', '/campaigns/later', canvas(BAD))

  browser = await openBrowser({ width: 1600, height: 1000 })
  page = browser.page
  page.on('dialog', (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await page.exposeFunction('toldWrong_', (what) => wrong.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      window.toldWrong_(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`),
    )
  })
})
after(() => browser?.close())

/** The name stands there letter by letter, and nothing was made of it. */
async function harmless(where, within = page) {
  await page.waitForLoadState('networkidle')
  await within.getByText('onerror=alert(1)').first().waitFor({ timeout: 15_000 })
  await quiet(where)
}

async function quiet(where) {
  for (const frame of page.frames()) {
    assert.equal(await frame.locator('img[src="x"], [onerror]').count(), 0, where)
  }
  assert.deepEqual(wrong, [], where)
  assert.deepEqual(browser.faults, [], where)
}

for (const path of [
  'campaigns',
  'campaigns/bad',
  'campaigns/bad/bpmn',
  'campaigns/bad/present',
  'campaigns/bad/report',
  'campaigns/bad/report?tab=actions',
  'members',
  'members/M1',
  'segments',
  'tags',
  'attributes',
  'coupons',
  'points',
  'templates',
  'sandbox',
  'reports',
  'approvals/later',
]) {
  test(`${path} only shows the name`, async () => {
    await page.goto(`${PAGES}/${path}`)
    await harmless(path)
  })
}

test('other screens keep the policy too', async () => {
  for (const path of 'lists imports offers code-pools gateways balances messaging alerts lifecycle users approvals'.split(
    ' ',
  )) {
    await page.goto(`${PAGES}/${path}`)
    await page.waitForLoadState('networkidle')
    await quiet(path)
  }
})

test('forms only show the name', async () => {
  await page.goto(`${PAGES}/campaigns/bad`)
  for (const id of ['who', 'split', 'mail', 'tag']) {
    await page.locator(`.card[data-node=${id}]`).click()
    await page.waitForLoadState('networkidle')
    await quiet(`form of ${id}`)
  }
})

test('the run, its people and why only show the name', async () => {
  await page.goto(`${PAGES}/runs/${run}`)
  await harmless('run')
  await page.locator('.card[data-node=mail]').click()
  await harmless('record of a node', page.locator('.inspector'))
  await page.locator('.react-flow__edge[data-id=e1]').focus()
  await page.keyboard.press('Enter')
  await harmless('people of a wire', page.locator('.inspector'))
})

test('the dry run only shows the name', async () => {
  await page.goto(`${PAGES}/dry-runs/${dryRun}`)
  await harmless('dry run')
})

test('charts and their tips only show the name', async () => {
  await page.goto(`${PAGES}/campaigns/bad/report?tab=actions`)
  await page.waitForLoadState('networkidle')
  for (const chart of await page.locator('.chart').all()) {
    const box = await chart.boundingBox()
    if (!box) continue
    for (const part of [0.2, 0.5, 0.8]) {
      await page.mouse.move(box.x + box.width * part, box.y + box.height / 2)
    }
  }
  await harmless('charts')
})

test('a mail with a name in it only shows the name', async () => {
  await page.goto(`${PAGES}/sandbox`)
  await page.locator('.inbox li button').first().click()
  await page.locator('iframe').waitFor()
  assert.equal(await page.frameLocator('iframe').locator('img').count(), 0, 'opens nothing')
  await page.frameLocator('iframe').getByText('onerror=alert(1)').first().waitFor()
  await quiet('mail')
})
