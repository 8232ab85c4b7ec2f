import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { call, Refused } from '../api/client'
import type { Session } from '../api/types'
import { useWords } from '../i18n'
import { FrontDoor } from './FrontDoor'
import { refusalText } from './refusals'
import { SESSION, useSession } from './session'

/** Asks for name and password, and goes back to where somebody came from. */
export default function LoginPage() {
  const words = useWords()
  const { t } = words
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [parameters] = useSearchParams()
  const { data, refetch } = useSession()
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const [form] = Form.useForm<{ name: string; password: string }>()
  const to = ownPath(parameters.get('to'))
  // What was known may be from before the session was over.
  useEffect(() => void refetch(), [refetch])
  if (data?.setup) return <Navigate to="/setup" replace />
  if (data && (!data.login || data.user)) return <Navigate to={to} replace />
  const logIn = async (given: { name: string; password: string }) => {
    setBusy(true)
    setProblem('')
    try {
      const session = (await call('POST /api/session', { body: given })) as Session
      // Somebody else may see other things.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] })
      queries.setQueryData(SESSION, session)
      void navigate(to, { replace: true })
    } catch (error) {
      setProblem(error instanceof Refused ? refusalText(error, t) : t('connection.lost'))
      setBusy(false)
    }
  }
  return (
    <FrontDoor title={t('access.login')}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={logIn}>
        <Form.Item
          name="name"
          label={t('access.name')}
          rules={[{ required: true, message: t('access.nameMissing') }]}
        >
          <Input autoFocus autoComplete="username" maxLength={100} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('access.password')}
          rules={[{ required: true, message: t('access.passwordMissing') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {problem && <Alert type="error" showIcon title={problem} className="door-problem" />}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('access.logIn')}
        </Button>
      </Form>
      {(data?.tryOut ?? []).length > 0 && (
        <div className="door-hint">
          <p className="hint">{t('access.tryOut')}</p>
          {data?.tryOut.map((name) => (
            <Button
              key={name}
              size="small"
              onClick={() => {
                form.setFieldsValue({ name, password: name })
                form.submit()
              }}
            >
              {name}
            </Button>
          ))}
        </div>
      )}
    </FrontDoor>
  )
}

/** A path of this server, and never an address of another. */
export function ownPath(path: string | null): string {
  return path && /^\/(?![/\\])/.test(path) ? path : '/'
}
