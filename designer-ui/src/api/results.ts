// What came of runs. The API document says of no field that it is always there; null stands where
// there is nothing to divide by.
import type * as Api from './schema.gen'

type Null<T, K extends keyof T> = Required<Omit<T, K>> & { [P in K]-?: NonNullable<T[P]> | null }

export type Sales = Null<Api.Sales, 'itemsPerBuyer' | 'amountPerBuyer'>
export type Response = Null<Api.Response, 'conversionRate' | 'ctr' | 'cvr' | 'roi'>
export type Reach = Required<Api.Reach>
export type Intent = Required<Api.Intent>
export type Total = Omit<Null<Api.Total, 'ctr' | 'cvr' | 'roi'>, 'sales'> & { sales: Sales }
export type GoalFigures = Omit<
  Null<Api.GoalFigures, 'rate' | 'baseline' | 'target'>,
  'condition'
> & {
  condition: unknown
}
export type Arm = Null<Api.Arm, 'rate'>
export type Comparison = Omit<
  Null<Api.Comparison, 'difference' | 'low' | 'high' | 'z' | 'p' | 'incremental'>,
  'treated' | 'control'
> & { treated: Arm; control: Arm }
export type ActionFigures = Required<Pick<Api.ActionFigures, 'node' | 'name' | 'type' | 'days'>> & {
  analysis?: string | null
  until?: string | null
  reach: Reach
  response: Response
  sales: Sales
  intent: Intent
  comparison?: Comparison | null
}
export type RunTotal = Required<Pick<Api.RunTotal, 'run' | 'complete'>> & {
  endedAt?: string | null
  until?: string | null
  total: Total
  goal?: GoalFigures | null
}
export type CampaignAnalysis = Required<Pick<Api.CampaignAnalysis, 'campaign' | 'asOf'>> & {
  total: Total
  actions: ActionFigures[]
  runs: RunTotal[]
}
export type RunAnalysis = Required<
  Pick<Api.RunAnalysis, 'run' | 'campaign' | 'asOf' | 'complete'>
> & {
  endedAt?: string | null
  until?: string | null
  total: Total
  goal?: GoalFigures | null
  actions: ActionFigures[]
}
export type Recount = Required<Api.AnalysisRecount>
export type Person = Required<Api.Person>
export type PeoplePage = { total: number; people: Person[]; next?: number | null }
export type Budget = Omit<Required<Api.BudgetView>, 'limit' | 'left' | 'exceeded' | 'currency'> &
  Pick<Api.BudgetView, 'limit' | 'left' | 'exceeded' | 'currency'>
export type StageSizes = Required<Api.LifecycleSizes>
export type Thresholds = Required<Api.LifecycleThresholds>
export type GroupFigures = Omit<
  Null<Api.GroupFigures, 'value' | 'conversionRate' | 'ctr' | 'cvr'>,
  'sales'
> & { sales: Sales }
export type Breakdown = Required<Pick<Api.Breakdown, 'node' | 'by' | 'overlapping'>> & {
  groups: GroupFigures[]
}
