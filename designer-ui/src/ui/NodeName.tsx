import { useNodeTypes } from '../api/queries'
import { iconOf } from './icons'

/** A node by its icon and name. */
export function NodeName({ name, type }: { name: string; type: string }) {
  const known = useNodeTypes().data?.find(({ key }) => key === type)
  const Icon = iconOf(known?.icon)
  return (
    <span className={`node-name category-${known?.category}`}>
      <span className="card-icon">
        <Icon size={14} />
      </span>
      {name}
    </span>
  )
}
