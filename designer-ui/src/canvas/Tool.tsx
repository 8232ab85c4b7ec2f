import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'

interface Props {
  label: string
  keys?: string
  icon: ReactNode
  disabled?: boolean
  onClick: () => void
}

/** A tool above the canvas, shown by its picture alone. */
export function Tool({ label, keys, icon, disabled = false, onClick }: Props) {
  return (
    <Tooltip title={keys ? `${label} (${keys})` : label}>
      <Button type="text" icon={icon} aria-label={label} disabled={disabled} onClick={onClick} />
    </Tooltip>
  )
}
