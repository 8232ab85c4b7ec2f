import { Button, Dropdown } from 'antd'
import { ChevronDown, FileUp, LayoutTemplate, Plus, SquarePen } from 'lucide-react'
import { useRef } from 'react'
import { useWords } from '../i18n'

interface Props {
  onBlank: () => void
  onSample: () => void
  onFile: (file: File | undefined) => void
}

/** The ways to begin a campaign. */
export function NewMenu({ onBlank, onSample, onFile }: Props) {
  const { t } = useWords()
  const file = useRef<HTMLInputElement>(null)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'blank',
              icon: <SquarePen size={14} />,
              label: t('campaigns.blank'),
              onClick: onBlank,
            },
            {
              key: 'sample',
              icon: <LayoutTemplate size={14} />,
              label: t('list.fromSample'),
              onClick: onSample,
            },
            {
              key: 'file',
              icon: <FileUp size={14} />,
              label: t('campaigns.fromFile'),
              onClick: () => file.current?.click(),
            },
          ],
        }}
      >
        <Button type="primary" icon={<Plus size={15} />}>
          {t('campaigns.new')} <ChevronDown size={13} />
        </Button>
      </Dropdown>
      <input
        ref={file}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={(event) => {
          onFile(event.target.files?.[0])
          event.target.value = ''
        }}
      />
    </>
  )
}
