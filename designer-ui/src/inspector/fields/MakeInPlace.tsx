import { Button } from 'antd'
import { Plus } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useMay } from '../../access/session'
import { useCanvas } from '../../canvas/store'
import { MAKERS } from '../../data/makers'
import { useWords } from '../../i18n'

interface Props {
  kind: string
  onMade: (key: string) => void
}

/** Makes what the field refers to without leaving the canvas. */
export function MakeInPlace({ kind, onMade }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const channel = useCanvas(
    (state) => state.canvas.nodes.find((one) => state.chosen.nodes.has(one.id))?.type,
  )
  const may = useMay()
  const maker = MAKERS[kind]
  if (!maker || !may(maker.needs)) return null
  const { Form } = maker
  return (
    <>
      <Button
        size="small"
        type="link"
        className="make"
        icon={<Plus size={13} />}
        onClick={() => setOpen(true)}
      >
        {t('data.make')}
      </Button>
      {open && (
        <Suspense>
          <Form
            channel={channel}
            onClose={() => setOpen(false)}
            onSaved={(key) => {
              // A list stays open, so that its import can be followed.
              if (kind !== 'list') setOpen(false)
              onMade(key)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
