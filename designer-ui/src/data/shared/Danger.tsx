import { Button, Popconfirm } from 'antd'
import { useWords } from '../../i18n'

interface Props {
  label: string
  ask: string
  /** What will happen, and to how many people. */
  help: string
  onGo: () => unknown
}

/** A button that takes something away, and asks once before it does. */
export function Danger({ label, ask, help, onGo }: Props) {
  const { t } = useWords()
  return (
    <Popconfirm
      title={ask}
      description={help}
      okText={label}
      okButtonProps={{ danger: true }}
      cancelText={t('cancel')}
      onConfirm={async () => {
        await onGo()
      }}
    >
      <Button danger>{label}</Button>
    </Popconfirm>
  )
}
