// Who may do what, from the login to the start: each test has a campaign of its own.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ask, campaign } from './campaign.mjs'
import { openBrowser, SERVER, shownBy } from './page.mjs'

const WORKSPACE = process.env.SLUICE_WORKSPACE ?? 'demo'
const NODES = [
  ['who', 'target-group', 0, 0, 'Everybody'],
  ['mark', 'tag', 320, 0, 'Mark them'],
]
const WIRES = [['who', 'mark']]
const at = (path) => `${SERVER}/w/${WORKSPACE}/${path}`
const people = {}
let made = 0

before(async () => {
  for (const user of ['marketer', 'approver', 'viewer']) people[user] = await openBrowser({ user })
})
after(async () => {
  for (const { close } of Object.values(people)) await close()
})

async function ready(nodes = NODES) {
  const key = `launch-${Date.now()}-${++made}`
  await campaign(key, nodes, WIRES)
  const canvas = await ask('GET', `campaigns/${key}`)
  canvas.nodes[0].config = { who: 'everyone' }
  canvas.nodes[1].config = { tag: key, action: 'add' }
  await ask('PUT', `campaigns/${key}`, canvas)
  return key
}

const state = (page, wanted) => page.locator(`[data-review=${wanted}]`).first().waitFor()
const button = (page, name) => page.getByRole('button', { name, exact: true })
const dialog = (page) => page.getByRole('dialog')

async function submit(page, key) {
  await page.goto(at(`campaigns/${key}`))
  await button(page, 'Submit').click()
  await dialog(page).getByText('people').first().waitFor()
  await button(dialog(page), 'Submit').click()
  await state(page, 'submitted')
}

test('a marketer submits, an approver approves, and the marketer starts', async () => {
  const key = await ready()
  const marketer = people.marketer.page
  await submit(marketer, key)
  await marketer.locator('.palette').waitFor({ state: 'detached' })

  await marketer.goto(at(`approvals/${key}`))
  await button(marketer, 'Approve').waitFor()
  assert.equal(await button(marketer, 'Approve').isDisabled(), true)
  const refused = await fetch(`${SERVER}/api/workspaces/${WORKSPACE}/campaigns/${key}/review`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...shownBy('marketer') },
    body: JSON.stringify({ decision: 'approve' }),
  })
  assert.equal(refused.status, 403)

  const approver = people.approver.page
  await approver.goto(at('approvals'))
  await approver.getByRole('row', { name: key }).getByText('marketer,').waitFor()
  await approver.getByRole('link', { name: key }).click()
  await button(approver, 'Approve').click()
  await button(dialog(approver), 'Approve').click()
  await state(approver, 'approved')

  await marketer.goto(at(`campaigns/${key}`))
  await state(marketer, 'approved')
  await button(marketer, 'Start').click()
  await button(dialog(marketer), 'Start now').click()
  await marketer.locator('[data-run-state=finished]').waitFor({ timeout: 30_000 })
})

test('an approver returns with words, and sees what is new the next time', async () => {
  const key = await ready()
  const { page } = people.approver
  await submit(people.marketer.page, key)
  await page.goto(at(`approvals/${key}`))
  await button(page, 'Approve').click()
  await button(dialog(page), 'Approve').click()
  await state(page, 'approved')
  const canvas = await ask('GET', `campaigns/${key}`)
  canvas.nodes[1].config.tag = 'another'
  await ask('PUT', `campaigns/${key}`, canvas)
  await submit(people.marketer.page, key)

  await page.goto(at(`approvals/${key}`))
  const changed = page.locator('[data-difference=changed]')
  await changed.locator('ins', { hasText: 'another' }).waitFor()
  assert.match(await changed.locator('del').textContent(), new RegExp(key))
  await button(page, 'Return').click()
  assert.equal(await button(dialog(page), 'Return').isDisabled(), true)
  await dialog(page).getByRole('textbox').fill('Not this tag')
  await button(dialog(page), 'Return').click()
  await state(page, 'returned')

  await people.marketer.page.goto(at(`campaigns/${key}`))
  await people.marketer.page.getByText('approver returned it: Not this tag').waitFor()
})

test('nobody approves their own, not even an admin', async () => {
  const key = await ready()
  const { page, close } = await openBrowser({ user: 'admin' })
  try {
    await submit(page, key)
    await page.goto(at(`approvals/${key}`))
    await button(page, 'Approve').waitFor()
    assert.equal(await button(page, 'Approve').isDisabled(), true)
    assert.equal(await button(page, 'Reject').isDisabled(), false)
  } finally {
    await close()
  }
})

test('a viewer looks and changes nothing', async () => {
  const key = await ready()
  const { page } = people.viewer
  await page.goto(at(`campaigns/${key}`))
  await page.getByText('You may look at this campaign').waitFor()
  assert.equal(await page.locator('.palette').count(), 0)
  assert.equal(await button(page, 'Submit').count(), 0)
  assert.equal(await button(page, 'Start').isDisabled(), true)
})

test('a start at an instant is planned on the clocks of the workspace, and taken away', async () => {
  const key = await ready()
  const { page } = people.marketer
  await page.goto(at(`campaigns/${key}`))
  await button(page, 'Start').click()
  await dialog(page).getByText('At an instant').click()
  await dialog(page)
    .getByLabel(/Start at/)
    .fill('2099-01-02 10:00')
  await page.keyboard.press('Enter')
  await button(dialog(page), 'Schedule').click()
  await page.locator('[data-planned="2099-01-02T02:00:00Z"]').waitFor()
  await button(page, 'Do not start').click()
  await button(dialog(page), 'Do not start').click()
  await page.locator('[data-planned]').waitFor({ state: 'detached' })
})

/** A campaign that gives points to the members with a tag, which ten of them have. */
async function giving() {
  const key = `launch-${Date.now()}-${++made}`
  const page = await ask('GET', 'members?limit=20')
  const members = page.members.map((member) => member.key)
  await ask('POST', `tags/${key}/members`, { add: members.slice(0, 10) })
  const rule = { segment: key }
  await ask('PUT', `segments/${key}`, { name: 'Chosen', rule: { tag: key } })
  await campaign(
    key,
    [
      ['who', 'target-group', 0, 0, 'Chosen', { who: 'rule', rule }],
      ['gift', 'points', 320, 0, 'Thank them', { account: 'shop', action: 'add', points: 1 }],
    ],
    [['who', 'gift']],
  )
  await ask('PUT', `campaigns/${key}`, await ask('GET', `campaigns/${key}`))
  await submit(people.marketer.page, key)
  await ask('POST', `campaigns/${key}/review`, { decision: 'approve' }, 'approver')
  return { key, members }
}

test('what was changed since its approval does not start, and is submitted again', async () => {
  const { key } = await giving()
  await ask('PUT', `segments/${key}`, { name: 'Chosen', rule: { none: [{ tag: key }] } })
  const { page } = people.marketer
  await page.goto(at(`campaigns/${key}`))
  await page.locator('[data-changed="1"]').getByText('“Chosen” was changed since').waitFor()
  assert.equal(await button(page, 'Start').isDisabled(), true)

  await submit(page, key)
  const approver = people.approver.page
  await approver.goto(at(`approvals/${key}`))
  await button(approver, 'Approve').click()
  await button(dialog(approver), 'Approve').click()
  await state(approver, 'approved')
  await page.goto(at(`campaigns/${key}`))
  await state(page, 'approved')
  assert.equal(await button(page, 'Start').isDisabled(), false)
})

test('a run to which more people come than approved waits for an approver', async () => {
  const { key, members } = await giving()
  await ask('POST', `tags/${key}/members`, { add: members.slice(10) })
  const run = await ask('POST', `campaigns/${key}/start`, {}, 'marketer')
  const marketer = people.marketer.page
  await marketer.goto(at(`runs/${run.id}`))
  const notice = '[data-departure=gift]'
  await marketer
    .locator(notice)
    .getByText('Paused before “Thank them”: 20 people come, 10 were approved (+100 %)')
    .waitFor()
  assert.equal(await button(marketer, 'Go on anyway').isDisabled(), true)
  assert.equal(await button(marketer, 'Resume').count(), 0)

  const approver = people.approver.page
  await approver.goto(at('approvals'))
  await approver.getByRole('link', { name: `${key} · Run ${run.id}` }).click()
  await button(approver.locator(notice), 'Go on anyway').click()
  await dialog(approver).getByText('20 people come to “Thank them” instead of 10').waitFor()
  await dialog(approver).getByRole('textbox').fill('They all deserve it')
  await button(dialog(approver), 'Go on anyway').click()
  await approver.locator('[data-run-state=finished]').waitFor({ timeout: 30_000 })
  await approver.getByText('They all deserve it').waitFor()
})

test('whose session is over logs in and finds the draft', async () => {
  const key = await ready()
  const { page, context, close } = await openBrowser({ user: 'marketer' })
  try {
    await page.goto(at(`campaigns/${key}`))
    await page.locator('.palette [data-type=merge]').waitFor()
    // The draft is on its way, and the session is over before it arrives.
    await page.route('**/campaigns/*?draft=true', async (route) => {
      await context.clearCookies()
      await route.continue({ headers: { ...route.request().headers(), cookie: '' } })
    })
    await page.locator('.palette [data-type=merge]').click()
    await page.waitForURL(/\/login/)
    await page.getByLabel('Name').fill('marketer')
    await page.getByLabel('Password').fill('wrong')
    await button(page, 'Log in').click()
    await page.getByText('Name or password is wrong').waitFor()
    await page.getByLabel('Password').fill('marketer')
    await button(page, 'Log in').click()
    await page.locator('.react-flow__node[data-id=merge_1]').waitFor()
  } finally {
    await close()
  }
})
