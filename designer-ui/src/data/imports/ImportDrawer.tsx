import { Alert, Button, Drawer, Segmented, Upload } from 'antd'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../../i18n'
import { useFacts } from '../../rules/facts'
import { useChange } from '../shared/asking'
import type { Values } from '../shared/fields'
import { RecordForm } from '../shared/RecordForm'
import { Columns } from './Columns'
import { type Sample, sampleOf } from './csv'
import { ImportProgress } from './ImportProgress'
import { fieldsOf, guess, type ImportKind, mappingOf, unfilled } from './mapping'
import { useOptions } from './options'

interface Props {
  kinds: readonly ImportKind[]
  onClose: () => void
  /** Called with the key of the list, or the kind, once the file is taken. */
  onSaved: (key: string) => void
}

/** Takes a CSV file, shows how it is read, and follows its import. */
export function ImportDrawer({ kinds, onClose, onSaved }: Props) {
  const { t } = useWords()
  const change = useChange()
  const attributes = useFacts('GET /api/workspaces/{workspace}/attributes')
  const [kind, setKind] = useState<ImportKind>(kinds[0] ?? 'members')
  const [file, setFile] = useState<File>()
  const [sample, setSample] = useState<Sample>()
  const [mapped, setMapped] = useState<string[]>([])
  const [values, setValues] = useState<Values>({})
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const [started, setStarted] = useState<number>()
  const fields = fieldsOf(
    kind,
    attributes.map(({ key = '' }) => key),
  )
  const options = useOptions(kind)
  const lacks = sample ? unfilled(kind, mapped) : []
  const list = String(values.list ?? '')
  const incomplete = lacks.length > 0 || (kind === 'lists' && (!list || !values.consentBasis))

  const choose = async (chosen: File) => {
    const found = await sampleOf(chosen)
    setFile(chosen)
    setSample(found)
    setMapped(guess(kind, found.columns, fields))
    setProblem('')
  }
  const go = async () => {
    if (!file || !sample) return
    setBusy(true)
    setProblem('')
    const { list: _, ...said } = values
    const form = new FormData()
    form.set('file', file)
    form.set(
      'options',
      JSON.stringify({
        ...said,
        encoding: sample.encoding,
        delimiter: sample.delimiter,
        mapping: mappingOf(sample.columns, mapped),
      }),
    )
    try {
      const { id } = await (kind === 'lists'
        ? change('POST /api/workspaces/{workspace}/lists/{list}/import', {
            path: { list },
            body: form as never,
          })
        : change('POST /api/workspaces/{workspace}/{kind}/import', {
            path: { kind },
            body: form as never,
          }))
      setStarted(id)
      onSaved(kind === 'lists' ? list : kind)
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Drawer
      open
      title={t('data.imports.new')}
      size={640}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          {problem && (
            <span className="field-problem grow" role="alert">
              {problem}
            </span>
          )}
          <Button onClick={onClose}>{t('close')}</Button>
          {started === undefined && (
            <Button
              type="primary"
              loading={busy}
              disabled={!sample || incomplete}
              onClick={() => void go()}
            >
              {t('data.imports.go')}
            </Button>
          )}
        </div>
      }
    >
      {started !== undefined ? (
        <ImportProgress id={started} />
      ) : (
        <>
          {kinds.length > 1 && (
            <Segmented<ImportKind>
              block
              aria-label={t('data.imports.kind')}
              value={kind}
              options={kinds.map((one) => ({ value: one, label: t(`data.imports.kinds.${one}`) }))}
              onChange={(next) => {
                setKind(next)
                setSample(undefined)
                setFile(undefined)
              }}
            />
          )}
          <p className="hint">{t(`data.imports.help.${kind}`)}</p>
          <Upload.Dragger
            accept=".csv,.txt,text/csv"
            maxCount={1}
            fileList={file ? [{ uid: '1', name: file.name }] : []}
            beforeUpload={(chosen) => {
              void choose(chosen)
              return false
            }}
            onRemove={() => {
              setFile(undefined)
              setSample(undefined)
            }}
          >
            <p>
              <FileUp size={22} />
            </p>
            <p>{t('data.imports.drop')}</p>
          </Upload.Dragger>
          {sample && (
            <>
              <Columns
                sample={sample}
                kind={kind}
                fields={fields}
                mapped={mapped}
                onChange={setMapped}
              />
              {lacks.map((group) => (
                <Alert
                  key={group[0]}
                  type="warning"
                  showIcon
                  title={t('data.imports.lacks', { field: group.join(' / ') })}
                />
              ))}
              <RecordForm
                fields={options}
                values={values}
                problems={{}}
                known={false}
                onChange={setValues}
              />
            </>
          )}
        </>
      )}
    </Drawer>
  )
}
