import { App } from 'antd'
import { useState } from 'react'
import { fetchCanvas } from '../api/queries'
import type { CampaignSummary, Canvas } from '../api/types'
import { useWords } from '../i18n'
import { readCanvas } from './files'
import type { Making } from './NewCampaign'
import { type Sample, sampleCanvas } from './samples'

/** The ways in which a campaign begins: blank, from a sample or a file, as a copy. */
export function useMaking(workspace: string) {
  const { t } = useWords()
  const { message } = App.useApp()
  const [making, setMaking] = useState<Making>()
  const begin = (name: string, canvas: Canvas) =>
    setMaking({ title: t('campaigns.newTitle'), name, canvas })
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (reason) {
      message.error((reason as Error).message)
    }
  }
  return {
    making,
    cancel: () => setMaking(undefined),
    blank: () => begin('', { schemaVersion: 1, name: '', nodes: [], edges: [] }),
    fromSample: (sample: Sample) =>
      attempt(async () => begin(t(`list.sample.${sample}.name`), await sampleCanvas(sample))),
    fromFile: async (chosen: File | undefined) => {
      if (!chosen) return
      try {
        const canvas = await readCanvas(chosen)
        begin(canvas.name ?? '', canvas)
      } catch (reason) {
        message.error(t('campaigns.fileUnreadable', { why: (reason as Error).message }))
      }
    },
    copy: ({ key, name }: CampaignSummary) =>
      attempt(async () => {
        const { canvas } = await fetchCanvas(workspace, key)
        setMaking({
          title: t('campaigns.copyTitle', { name }),
          name: t('campaigns.copyOf', { name }),
          canvas,
          from: key,
        })
      }),
  }
}
