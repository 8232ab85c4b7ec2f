import { Button, Popconfirm } from 'antd'
import { Allowed } from '../../access/Allowed'
import type { Operations } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useChange, useDo } from '../shared/asking'

type Puts = {
  [O in keyof Operations]: O extends `PUT ${string}`
    ? Operations[O]['body'] extends { closed?: boolean }
      ? O
      : never
    : never
}[keyof Operations]

interface Props<O extends Puts> {
  operation: O
  path: Omit<NonNullable<Operations[O]['path']>, 'workspace'>
  record: NonNullable<Operations[O]['body']>
  ask: string
  help: string
}

/** Closes something of which nothing is given any more; what was given stays. */
export function Closing<O extends Puts>({ operation, path, record, ask, help }: Props<O>) {
  const { t } = useWords()
  const change = useChange()
  const act = useDo()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the row from opening, and does nothing else
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys do not open rows
    <span onClick={(event) => event.stopPropagation()}>
      <Allowed to={operation}>
        <Popconfirm
          title={ask}
          description={help}
          okText={t('data.close')}
          cancelText={t('cancel')}
          onConfirm={() =>
            act(() => change(operation, { path, body: { ...record, closed: true } } as never))
          }
        >
          <Button size="small">{t('data.close')}</Button>
        </Popconfirm>
      </Allowed>
    </span>
  )
}
