import { App, Button, Empty } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useRights } from '../access/session'
import { fetchCanvas, useCampaigns } from '../api/queries'
import type { CampaignSummary } from '../api/types'
import { useWords } from '../i18n'
import { BudgetDrawer } from '../reports/BudgetDrawer'
import { RunList } from '../runs/RunList'
import { Failure } from '../ui/States'
import { CampaignFilters } from './CampaignFilters'
import { CampaignTable } from './CampaignTable'
import { exportCanvas } from './files'
import { NewCampaign } from './NewCampaign'
import { NewMenu } from './NewMenu'
import { RenameDialog } from './RenameDialog'
import { SamplePicker } from './SamplePicker'
import { matching, type Wanted } from './state'
import { useMaking } from './useMaking'
import { useShelf } from './useShelf'

/** All campaigns of a workspace. */
export function CampaignList() {
  const { t } = useWords()
  const { workspace = '' } = useParams()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { data, error, isLoading, refetch } = useCampaigns(workspace)
  const [wanted, setWanted] = useState<Wanted>({ text: '', state: '', hidden: false })
  const [runsOf, setRunsOf] = useState<string>()
  const [renaming, setRenaming] = useState<CampaignSummary>()
  const [budgetOf, setBudgetOf] = useState<string>()
  const [choosing, setChoosing] = useState(false)
  const { making, cancel, blank, fromSample, fromFile, copy } = useMaking(workspace)
  const { hide, show, remove } = useShelf(workspace)
  const { draw } = useRights()

  if (error) return <Failure error={error} retry={() => void refetch()} />
  const campaigns = data ?? []
  const to = (key: string) => `/w/${workspace}/campaigns/${key}`
  const save = async ({ key }: CampaignSummary) => {
    try {
      exportCanvas(key, (await fetchCanvas(workspace, key)).canvas)
    } catch (reason) {
      message.error((reason as Error).message)
    }
  }
  const none = campaigns.length === 0
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('campaigns.title')}</h1>
        <span className="grow" />
        <CampaignFilters
          wanted={wanted}
          hidden={campaigns.filter(({ hidden }) => hidden).length}
          onChange={setWanted}
        />
        {draw && (
          <NewMenu
            onBlank={blank}
            onSample={() => setChoosing(true)}
            onFile={(file) => void fromFile(file)}
          />
        )}
      </div>
      <CampaignTable
        workspace={workspace}
        campaigns={matching(campaigns, wanted)}
        loading={isLoading}
        empty={
          isLoading ? (
            <span />
          ) : (
            <Empty
              image={Empty.PRESENTED_IMAGE_SIMPLE}
              description={
                <>
                  <strong>{t(none ? 'campaigns.none' : 'campaigns.notFound')}</strong>
                  <br />
                  {t(
                    none
                      ? draw
                        ? 'campaigns.noneHelp'
                        : 'campaigns.noneToSee'
                      : 'campaigns.notFoundHelp',
                  )}
                </>
              }
            >
              {none && draw && (
                <Button type="primary" onClick={blank}>
                  {t('campaigns.blank')}
                </Button>
              )}
            </Empty>
          )
        }
        actions={{
          report: ({ key }) => void navigate(`${to(key)}/report`),
          budget: ({ key }) => setBudgetOf(key),
          rename: setRenaming,
          copy: (campaign) => void copy(campaign),
          save: (campaign) => void save(campaign),
          hide,
          show: (campaign) => void show(campaign),
          remove,
        }}
        onRuns={setRunsOf}
      />
      <RunList
        workspace={workspace}
        campaign={runsOf ?? ''}
        open={runsOf !== undefined}
        onClose={() => setRunsOf(undefined)}
      />
      {budgetOf !== undefined && (
        <BudgetDrawer
          workspace={workspace}
          campaign={budgetOf}
          onClose={() => setBudgetOf(undefined)}
        />
      )}
      {choosing && (
        <SamplePicker
          onClose={() => setChoosing(false)}
          onTake={(sample) => {
            setChoosing(false)
            void fromSample(sample)
          }}
        />
      )}
      {renaming && (
        <RenameDialog
          workspace={workspace}
          campaign={renaming}
          onClose={() => setRenaming(undefined)}
        />
      )}
      {making && (
        <NewCampaign
          workspace={workspace}
          making={making}
          taken={new Set(campaigns.map(({ key }) => key))}
          onClose={cancel}
          onMade={(key) => void navigate(to(key))}
        />
      )}
    </div>
  )
}
