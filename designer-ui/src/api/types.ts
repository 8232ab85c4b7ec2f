// The API document says of no field that it is always there. These types say it for those that are;
// a field that the API loses or renames breaks the build here.
import type * as Api from './schema.gen'

type Sure<T, K extends keyof T> = Omit<T, K> & Required<Pick<T, K>>

export type Text = Required<Api.Text>
export type ApiProblem = Api.Problem
export type CanvasProblem = Sure<Omit<Api.CanvasProblem, 'message'>, 'code' | 'severity'> & {
  message: Text
}
export type Workspace = Required<Api.WorkspaceProfile>
export type CampaignSummary = Required<Omit<Api.CampaignView, 'lastRun' | 'startsAt'>> & {
  lastRun?: LastRun
  startsAt?: string
}
export type LastRun = Sure<Omit<Api.LastRun, 'state'>, 'id' | 'startedAt'> & { state: Run['state'] }
export type Session = Sure<Api.SessionView, 'login' | 'setup' | 'tryOut'>
export type Role = NonNullable<NonNullable<Session['roles']>[string]>[number]
export type User = Required<Api.UserView>
export type Decided = Sure<Api.Decided, 'decision' | 'version' | 'by' | 'at'>
export type ChangedThing = Required<Api.Changed>
export type Review = Omit<Required<Api.ReviewView>, 'decisions' | 'changed'> & {
  decisions: Decided[]
  changed: ChangedThing[]
}
export type DepartedRun = Required<Api.DepartureDepartedRun>
export type Departure = Sure<Api.Departure, 'node' | 'approved' | 'live' | 'allowed' | 'foundAt'>
export type ReviewState = CampaignSummary['review']

export type InPort = { key: string; label: Text; many: boolean }
export type OutPort = { key: string; label: Text }
export type Ports = { in: InPort[]; out: OutPort[] }
export type NodeKind = 'source' | 'set' | 'time' | 'action' | 'observer'
export type NodeType = Omit<
  Required<Api.NodeTypeView>,
  'kind' | 'label' | 'help' | 'ports' | 'settings'
> & { kind: NodeKind; label: Text; help: Text; ports: Ports; settings: SettingsSchema }

/** The JSON Schema of settings, as far as the server writes it. */
export type SettingsSchema = {
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean'
  title?: string
  'x-title-zh'?: string
  'x-field'?: string
  'x-when'?: string
  /** What an empty field shows: its default, or an example. */
  'x-placeholder'?: string
  format?: string
  properties?: Record<string, SettingsSchema>
  required?: string[]
  items?: SettingsSchema
  oneOf?: { const: string; title?: string; 'x-title-zh'?: string }[]
  allOf?: SettingsSchema[]
  $ref?: string
  $defs?: Record<string, SettingsSchema>
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

export type Config = Record<string, unknown>
export type Position = Required<Api.Position>
export type CanvasNode = Omit<Sure<Api.CanvasNode, 'id' | 'type'>, 'config' | 'position'> & {
  config?: Config
  position?: Position
}
export type CanvasEdge = Sure<Api.CanvasEdge, 'id' | 'source' | 'target'>
export type CanvasNote = Omit<Sure<Api.CanvasNote, 'id'>, 'position'> & { position: Position }
export type Canvas = Sure<
  Omit<Api.Canvas, 'nodes' | 'edges' | 'notes'>,
  'name' | 'schemaVersion'
> & {
  nodes: CanvasNode[]
  edges: CanvasEdge[]
  notes?: CanvasNote[]
}

export type Walk = { pin: Pin; member: Person; nodes: WalkStop[] }
export type Person = Sure<Api.Entry, 'id'>
export type WalkStop = Sure<Omit<Api.Stop, 'exits' | 'conditions'>, 'node' | 'at'> & {
  exits: Sure<Api.Exit, 'port' | 'sure'>[]
  conditions: { condition: Record<string, unknown>; met?: boolean }[]
}

export type Pin = Required<Api.Pin>
export type NodeCounts = Sure<Api.CountsNodeCounts, 'ports'>
export type Counts = {
  pin: Pin
  dataMoved: boolean
  nodes: Record<string, NodeCounts>
  problems: CanvasProblem[]
}

export type RunNode = Sure<Api.NodeView, 'id' | 'state' | 'type' | 'ports'>
export type Run = Sure<Omit<Api.RunView, 'nodes'>, 'id' | 'campaign' | 'state' | 'version'> & {
  nodes: RunNode[]
}
export type RunSummary = Sure<Api.RunSummary, 'id' | 'state' | 'startedAt' | 'version'>

/** The API document leaves the result of a dry run open; docs/money.md and its tests tell it. */
export type ForecastNode = {
  id: string
  name?: string
  type: string
  in: number
  ports: Record<string, number>
  upTo?: string[]
  heldBack?: Record<string, number>
  /** For how many it would fail, by reason; so many coupons or codes are short. */
  failedBy?: Record<string, number>
  units?: number
  cost?: number
  highestCost?: number
  instant?: string
  releaseAt?: string
  releases?: SendTime[]
  sends?: SendTime[]
}
export type SendTime = { at: string; people: number }
export type Forecast = {
  people: number
  cost: number
  /** Where people decide later what it costs: every coupon is used and takes off what it can. */
  highestCost?: number
  nodes: ForecastNode[]
  money?: MoneyForecast
  warnings?: CanvasProblem[]
  notes?: string[]
}
export type MoneyForecast = {
  currency?: string
  budget?: { limit: number; available: number; need: number; shortBy: number }
  balances?: { channel: string; need: number; have: number; shortBy: number }[]
  warnings?: { code: string; subject?: string; message: string }[]
}
export type DryRun = Sure<Omit<Api.DryRun, 'result'>, 'id' | 'campaign' | 'state' | 'version'> & {
  result?: Forecast
}
