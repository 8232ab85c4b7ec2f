import { Check, CircleDot, CloudOff, LoaderCircle } from 'lucide-react'
import { useWords } from '../i18n'
import type { SaveState } from './useAutosave'

/** Whether the server has what is on the screen. */
export function SaveMark({ state }: { state: SaveState }) {
  const { t } = useWords()
  const [Icon, word] = (
    {
      saved: [Check, t('save.saved')],
      unsaved: [CircleDot, t('save.unsaved')],
      saving: [LoaderCircle, t('save.saving')],
      lost: [CloudOff, t('save.failed')],
      refused: [CloudOff, t('save.failed')],
      stale: [CloudOff, t('save.failed')],
      gone: [CloudOff, t('save.failed')],
    } as const
  )[state]
  return (
    <span className={`save-mark save-${state}`} role="status" data-save={state}>
      <Icon size={14} /> {word}
    </span>
  )
}
