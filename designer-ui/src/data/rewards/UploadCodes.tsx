import { Alert, Upload } from 'antd'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import type { CodePoolUpload } from '../../api/schema.gen'
import { useWords } from '../../i18n'
import { useChange } from '../shared/asking'

/** Adds the codes of a file, one in each line, and tells which lines were not taken. */
export function UploadCodes({ pool }: { pool: string }) {
  const { t, number } = useWords()
  const change = useChange()
  const [answer, setAnswer] = useState<CodePoolUpload>()
  const [problem, setProblem] = useState('')
  const upload = async (file: File) => {
    setProblem('')
    try {
      setAnswer(
        await change('POST /api/workspaces/{workspace}/code-pools/{pool}/codes', {
          path: { pool },
          body: new Blob([file], { type: 'text/csv' }) as never,
        }),
      )
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <section className="upload-codes">
      <h3>{t('data.pools.add')}</h3>
      <Upload.Dragger
        accept=".csv,.txt,text/csv,text/plain"
        showUploadList={false}
        beforeUpload={(file) => {
          void upload(file)
          return false
        }}
      >
        <p>
          <FileUp size={22} />
        </p>
        <p>{t('data.pools.drop')}</p>
      </Upload.Dragger>
      {problem && <Alert type="error" showIcon title={problem} />}
      {answer && (
        <Alert
          type={answer.refused ? 'warning' : 'success'}
          showIcon
          title={t('data.pools.added', {
            added: number(answer.added ?? 0),
            refused: number(answer.refused ?? 0),
          })}
          description={(answer.problems ?? []).slice(0, 20).map((line) => (
            <div key={line.line}>
              {t('data.pools.line', { line: number(line.line ?? 0) })} {line.message}
            </div>
          ))}
        />
      )}
    </section>
  )
}
