import { Drawer } from 'antd'
import { useWords } from '../i18n'
import { Failure, Loading } from '../ui/States'
import { BudgetBar } from './BudgetBar'
import { useBudget } from './queries'
import { useShown } from './useShown'

interface Props {
  workspace: string
  campaign: string
  onClose: () => void
}

const WIDTH = 420

/** The budget of a campaign, wherever somebody asks for it. */
export function BudgetDrawer({ workspace, campaign, onClose }: Props) {
  const { t } = useWords()
  const { data, error } = useBudget(workspace, campaign)
  const shown = useShown(data?.currency)
  return (
    <Drawer open title={t('reports.budgetTitle')} size={WIDTH} onClose={onClose}>
      {error ? (
        <Failure error={error} />
      ) : data ? (
        <BudgetBar workspace={workspace} campaign={campaign} budget={data} shown={shown} />
      ) : (
        <Loading />
      )}
    </Drawer>
  )
}
