// Every screen and every dialog that matters, each with the way to it; the same in both languages.
import { SERVER } from './page.mjs'
import { PAGES } from './results.mjs'

const FIRST_NEW = '.page-head .ant-btn-primary'
const FIRST_ROW = '.row-open'
const DRAWER = '.ant-drawer-section, .ant-drawer-content'
const DIALOG = '.ant-modal .ant-modal-container, .ant-modal .ant-modal-content'

const press =
  (...selectors) =>
  async (page) => {
    for (const selector of selectors) await page.locator(selector).first().click()
  }
const tab = (at) => (page) => page.locator('.ant-tabs-tab').nth(at).click()
const appears = (selector) => (page) => page.locator(selector).first().waitFor()
const both =
  (...acts) =>
  async (page) => {
    for (const act of acts) await act(page)
  }
const node = (id) => both(appears(`[data-node=${id}]`), press(`[data-node=${id}]`))
const chooses = (selector, at) =>
  both(press(selector), (page) => page.locator('.ant-dropdown-menu-item').nth(at).click())
const key = (keys) => (page) => page.keyboard.press(keys)
const DRAWN = appears('.react-flow__node')
/** A wire may lie under something else, so it is told of the click itself. */
const wire = both(DRAWN, (page) => page.locator('.react-flow__edge').first().dispatchEvent('click'))

/** The session as the server tells it while there is no user. */
const nobodyYet = (tryOut) => (page) =>
  page.route('**/api/session', (route) =>
    route.fulfill({ json: { login: true, setup: true, tryOut } }),
  )

/** A list and what opens on it: its name, its path, and the forms behind New and behind a row. */
const list = (path, { makes = true, opens = true } = {}) => [
  [path, path],
  ...(makes ? [[`${path}-new`, path, both(press(FIRST_NEW), appears(DRAWER))]] : []),
  ...(opens ? [[`${path}-open`, path, both(press(FIRST_ROW), appears(DRAWER))]] : []),
]

const outside = [
  ['login', `${SERVER}/login`, undefined, { user: null }],
  ['setup', `${SERVER}/setup`, undefined, { user: null, before: nobodyYet([]) }],
  ['filling', `${SERVER}/setup`, undefined, { user: null, before: nobodyYet(['admin']) }],
]

const campaigns = ({ finished }) => [
  ['campaigns', 'campaigns'],
  ['campaigns-new', 'campaigns', both(chooses(FIRST_NEW, 0), appears(DIALOG))],
  ['campaigns-sample', 'campaigns', both(chooses(FIRST_NEW, 1), appears(DIALOG))],
  ['campaigns-menu', 'campaigns', press('.ant-table-row .ant-btn-icon-only')],
  ['campaigns-runs', 'campaigns', both(press('.ant-table-row .ant-btn-link'), appears(DRAWER))],
  ['campaigns-budget', 'campaigns', chooses('.ant-table-row .ant-btn-icon-only', 1)],
  ['campaigns-viewer', 'campaigns', undefined, { user: 'viewer' }],
  ['user-menu', 'campaigns', press('[data-user]')],
  ['canvas', 'campaigns/win-back', DRAWN],
  ['canvas-text', 'campaigns/win-back', node('plain')],
  ['canvas-rule', 'campaigns/win-back', node('cameBack')],
  ['canvas-split', 'campaigns/win-back', node('holdOut')],
  ['canvas-coupon', 'campaigns/win-back', node('plainCoupon')],
  ['canvas-mail', 'campaigns/festival-promotion', node('comebackMail')],
  ['canvas-smart', 'campaigns/new-member-activation', node('welcome')],
  ['canvas-several', 'campaigns/win-back', both(DRAWN, key('Control+a'))],
  ['canvas-find', 'campaigns/win-back', both(DRAWN, key('Control+f'), appears(DIALOG))],
  ['canvas-keys', 'campaigns/win-back', both(DRAWN, key('?'), appears(DIALOG))],
  ['canvas-more', 'campaigns/win-back', both(DRAWN, press('.toolbar .lucide-ellipsis'))],
  [
    'canvas-context',
    'campaigns/win-back',
    async (page) => {
      await appears('[data-node=plain]')(page)
      await page.locator('[data-node=plain]').click({ button: 'right' })
    },
  ],
  [
    'canvas-walk',
    'campaigns/win-back',
    async (page) => {
      await both(DRAWN, press('.toolbar .lucide-footprints'))(page)
      await page.locator('.walk input').fill('M10000000')
      await page.keyboard.press('Enter')
      await appears('.walk-stop')(page)
    },
  ],
  [
    'canvas-walk-search',
    'campaigns/win-back',
    async (page) => {
      await both(DRAWN, press('.toolbar .lucide-footprints'))(page)
      await page.locator('.walk input').fill('M1000')
      await appears('.ant-select-item-option')(page)
    },
  ],
  [
    'canvas-test',
    'campaigns/win-back',
    both(node('plain'), press('.inspector .lucide-send'), appears(DIALOG)),
  ],
  [
    'canvas-submit',
    'campaigns/win-back',
    both(DRAWN, press('.toolbar .lucide-send'), appears(DIALOG)),
  ],
  [
    'canvas-start',
    'campaigns/win-back',
    both(DRAWN, press('.toolbar .lucide-circle-play'), appears(DIALOG)),
  ],
  ['canvas-viewer', 'campaigns/win-back', DRAWN, { user: 'viewer' }],
  ['bpmn', 'campaigns/win-back/bpmn', appears('.djs-element')],
  ['present', 'campaigns/win-back/present', DRAWN],
  ['report', `campaigns/${finished.key}/report`],
  ['report-actions', `campaigns/${finished.key}/report?tab=actions`],
  ['report-groups', `campaigns/${finished.key}/report?tab=groups`],
  ['report-days', `campaigns/${finished.key}/report?tab=days`],
  [
    'report-window',
    `campaigns/${finished.key}/report`,
    both(press('.report-window .ant-btn'), appears(DIALOG)),
  ],
  [
    'report-people',
    `campaigns/${finished.key}/report?tab=actions`,
    both(press('[data-part=actions] td .ant-btn'), appears(DRAWER)),
  ],
  ['report-win-back', 'campaigns/win-back/report'],
]

const launch = ({ submitted, dryRun }) => [
  ['approvals', 'approvals', appears('.ant-table-row')],
  ['approval', `approvals/${submitted}`, DRAWN, { user: 'approver' }],
  [
    'approval-approve',
    `approvals/${submitted}`,
    both(DRAWN, press('.approval .ant-btn-primary'), appears(DIALOG)),
    { user: 'approver' },
  ],
  ['approval-marketer', `approvals/${submitted}`, DRAWN, { user: 'marketer' }],
  ['dry-run', `dry-runs/${dryRun}`, DRAWN],
  ['dry-run-people', `dry-runs/${dryRun}`, both(press('.figure-link'), appears(DRAWER))],
]

const runs = ({ finished, running, paused, trouble, member }) => [
  ['run', `runs/${finished.run}`, DRAWN],
  ['run-node', `runs/${finished.run}`, node('sms')],
  [
    'run-people',
    `runs/${finished.run}`,
    both(node('sms'), press('.record .ant-btn'), appears('.people li')),
  ],
  ['run-wire', `runs/${finished.run}`, both(wire, appears('.inspector .people li'))],
  [
    'run-why',
    `runs/${finished.run}`,
    async (page) => {
      await DRAWN(page)
      await page.locator('.why input').fill(member)
      await page.keyboard.press('Enter')
      await appears('.walk-stop')(page)
    },
  ],
  ['run-running', `runs/${running.run}`, DRAWN],
  ['run-stop', `runs/${running.run}`, both(DRAWN, press('.lucide-circle-stop'), appears(DIALOG))],
  ['run-paused', `runs/${paused.run}`, DRAWN],
  ['run-trouble', `runs/${trouble.run}`, DRAWN],
]

const data = ({ member }) => [
  ['members', 'members'],
  ['members-none', 'members?q=nobody-at-all'],
  ['member', `members/${member}`],
  ['member-rewards', `members/${member}`, tab(1)],
  ['member-why', `members/${member}`, tab(2)],
  ['member-edit', `members/${member}`, both(press('.page-head .lucide-pencil'), appears(DRAWER))],
  ...list('segments'),
  ...list('tags'),
  ...list('attributes'),
  ...list('lists', { opens: false }),
  ...list('imports'),
  ...list('coupons'),
  ...list('points'),
  ...list('offers'),
  ...list('code-pools'),
  ...list('templates'),
  [
    'templates-edit',
    'templates',
    both(
      press(FIRST_ROW),
      press('.ant-drawer .ant-drawer-extra .ant-btn'),
      appears('.ant-drawer .live-preview'),
    ),
  ],
  ['sandbox-phone', 'sandbox?channel=sms', appears('.phone-view')],
  [
    'sandbox-mail',
    'sandbox?channel=email',
    async (page) => {
      await page.locator('.inbox li button', { hasText: 'New shoes' }).first().click()
      await appears('.mail iframe')(page)
    },
  ],
  ...list('gateways'),
  ['gateways-test', 'gateways', both(press('.ant-table-row .ant-btn'), appears(DRAWER))],
  ['balances', 'balances'],
  ['balances-book', 'balances', both(press('.ant-table-row .ant-btn-default'), appears(DRAWER))],
  ['messaging', 'messaging'],
  ['alerts', 'alerts'],
  ['reports', 'reports'],
  ['lifecycle', 'lifecycle'],
  ['lifecycle-edit', 'lifecycle', both(press('.page-head .ant-btn'), appears(DIALOG))],
  ['users', 'users'],
  ['users-new', 'users', both(press(FIRST_NEW), appears(DIALOG))],
  ['coupons-viewer', 'coupons', both(press(FIRST_ROW), appears(DRAWER)), { user: 'viewer' }],
  ['prices-viewer', 'balances', undefined, { user: 'viewer' }],
]

/** All views of what was staged. */
export function viewsOf(what) {
  return [outside, campaigns(what), launch(what), runs(what), data(what)]
    .flat()
    .map(([name, path, act, { user = 'admin', before } = {}]) => ({
      name,
      path,
      act,
      user,
      before,
    }))
}

const QUIET = 500

/** Goes to a view and waits until it stands still. */
export async function show(page, { path, act, before }) {
  await page.unrouteAll()
  await before?.(page)
  await page.goto(path.startsWith('http') ? path : `${PAGES}/${path}`)
  // Runs tell of themselves for as long as they are looked at.
  await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => {})
  await act?.(page)
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => {})
  await page.waitForTimeout(QUIET)
}
