// Fills a running demo server with something for every screen to show: runs that are finished, wait,
// are paused and have trouble, a campaign to be decided about, and one of everything that is kept.
import { shownBy } from './page.mjs'
import { API, ask, ran } from './results.mjs'

const DAY = 86_400_000
const stamp = Date.now().toString(36)
const SMS = { purpose: 'marketing', text: 'Hello', signature: '[Lumi]', optOut: 'R to stop' }

async function send(path, body, type, user = 'admin') {
  const answer = await fetch(API + path, {
    method: 'POST',
    headers: { 'Content-Type': type, ...shownBy(user) },
    body,
  })
  if (!answer.ok) throw new Error(`POST ${path}: ${await answer.text()}`)
}

const review = (key, user, decision, more = {}) =>
  send(`/campaigns/${key}/review`, JSON.stringify({ decision, ...more }), 'application/json', user)

/** Saves a campaign by which everybody gets a text, waits, and is tagged. */
async function saved(name, sms = SMS) {
  const key = `${name.toLowerCase()}-${stamp}`
  await ask('PUT', `/campaigns/${key}`, {
    schemaVersion: 1,
    name: `${name} campaign`,
    nodes: [
      { id: 'who', type: 'target-group', name: 'Everybody', config: { who: 'everyone' } },
      { id: 'text', type: 'sms', name: 'The text', config: sms },
      { id: 'week', type: 'wait', name: 'A week', config: { for: 'duration', duration: 'P7D' } },
      { id: 'tag', type: 'tag', name: 'Mark them', config: { tag: stamp, action: 'add' } },
    ],
    edges: [
      { id: 'e1', source: 'who', target: 'text' },
      { id: 'e2', source: 'text', target: 'week' },
      { id: 'e3', source: 'week', target: 'tag' },
    ],
  })
  return key
}

async function started(name, sms) {
  const key = await saved(name, sms)
  const { id } = await ask('POST', `/campaigns/${key}/start`, {})
  return { key, run: id }
}

async function until(what, holds) {
  for (let left = 240; left > 0; left--) {
    const known = await ask('GET', what)
    if (holds(known)) return known
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`${what} did not come as far`)
}

/** Approved once, changed since, and submitted again. */
async function submitted() {
  const key = await saved('Decided')
  const canvas = await ask('GET', `/campaigns/${key}`)
  canvas.nodes[1].config.text = 'Hello {{ member.name }}'
  await ask('PUT', `/campaigns/${key}`, canvas)
  await review(key, 'marketer', 'submit')
  await review(key, 'approver', 'approve')
  canvas.nodes[3].config.tag = 'hello-said'
  canvas.nodes.push({ id: 'both', type: 'merge', name: 'Both', config: {} })
  canvas.edges.push({ id: 'e4', source: 'tag', target: 'both' })
  await ask('PUT', `/campaigns/${key}`, canvas)
  const { id: dryRun } = await ask('POST', `/campaigns/${key}/dry-run?wait=60`, {})
  await review(key, 'marketer', 'submit', { dryRun, comment: 'With another tag' })
  return key
}

async function kept() {
  await ask('PUT', '/attributes/shoe_size', { label: 'Shoe size', type: 'number' })
  await ask('PUT', '/attributes/hobby', {
    label: 'Hobby',
    type: 'multi-choice',
    choices: ['sports', 'beauty', 'books'],
  })
  await ask('PUT', '/segments/loyal', {
    name: 'Loyal customers',
    rule: { all: [{ profile: 'level', op: 'at-least', value: 3 }] },
  })
  await ask('POST', '/tags/vip/members', { add: ['M10000000', 'M10000001'] })
  await ask('PUT', '/code-pools/cinema', { name: 'Cinema tickets', unitCost: 25 })
  await send('/code-pools/cinema/codes', `C-${stamp}\nD-${stamp}\n`, 'text/csv')
  await ask('PUT', '/alert-contacts', [{ kind: 'email', address: 'ops@example.com', name: 'Ops' }])
  await send(
    '/members/import?consentBasis=opt-in',
    `member,name,level\nI-${stamp},Ina,2\nJ-${stamp},Jo,high\n`,
    'text/csv',
  )
  await send(
    '/lists/fair/import?consentBasis=fair-2026&consentSource=stand',
    'phone,code\n13800000001,A1\n13800000002,A2\n',
    'text/csv',
  )
  await ask('POST', '/messages/test', {
    channel: 'email',
    content: {
      subject: 'New shoes are in',
      html: '<h1>New shoes</h1><p>Hello {{ member.name }}, have a look.</p>',
    },
    member: 'M10000000',
    addresses: ['test@example.com'],
  })
}

/** Stages it all; gives the keys and numbers by which it is found. */
export async function staged() {
  await kept()
  const finished = await ran('screens', 'Autumn greetings')
  const broken = {
    kind: 'sandbox',
    channel: 'sms',
    settings: { perSecond: 20, faults: { errors: 1 } },
  }
  await ask('PUT', '/gateways/broken-sms', broken)
  const running = await started('Running')
  const paused = await started('Paused')
  const trouble = await started('Troubled', { ...SMS, gateway: 'broken-sms' })
  for (const { run } of [running, paused]) {
    await until(`/runs/${run}`, ({ nodes }) => nodes.some(({ state }) => state === 'waiting'))
  }
  await ask('POST', `/runs/${paused.run}/pause`)
  const asOf = new Date(Date.now() - 30 * DAY).toISOString()
  const dryRun = await ask('POST', '/campaigns/win-back/dry-run?wait=60', { asOf })
  const { messages } = await ask('GET', `/sandbox/messages?run=${finished.run}&limit=1`)
  const told = await submitted()
  await until(`/runs/${trouble.run}`, ({ nodes }) =>
    nodes.some(({ sending, failure }) => sending?.troubles?.length > 0 || failure),
  )
  return {
    finished,
    running,
    paused,
    trouble,
    dryRun: dryRun.id,
    submitted: told,
    member: messages[0]?.member ?? 'M10000000',
  }
}
