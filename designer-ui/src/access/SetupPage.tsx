import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { call, Refused } from '../api/client'
import type { Session } from '../api/types'
import { useWords } from '../i18n'
import { Loading } from '../ui/States'
import { FrontDoor } from './FrontDoor'
import { refusalText } from './refusals'
import { SESSION, useSession } from './session'

const EVERY = 2_000

interface FirstUser {
  token: string
  name: string
  password: string
}

/** Makes the first user with the token from the server's log. */
export default function SetupPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  // Somebody else, or the server itself, may make the first user meanwhile.
  const { data } = useSession({ every: EVERY })
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  if (data && !data.setup) return <Navigate to="/" replace />
  if (data && data.tryOut.length > 0) {
    // A server to try things out on makes its users itself.
    return (
      <FrontDoor title={t('access.filling')}>
        <p>{t('access.fillingHelp')}</p>
        <Loading />
      </FrontDoor>
    )
  }
  const make = async (given: FirstUser) => {
    setBusy(true)
    setProblem('')
    try {
      await call('POST /api/setup', { body: { ...given, token: given.token.trim() } })
      const { name, password } = given
      queries.setQueryData(
        SESSION,
        (await call('POST /api/session', { body: { name, password } })) as Session,
      )
      void navigate('/', { replace: true })
    } catch (error) {
      setProblem(error instanceof Refused ? refusalText(error, t) : t('connection.lost'))
      setBusy(false)
    }
  }
  return (
    <FrontDoor title={t('access.setup')}>
      <p>{t('access.setupHelp')}</p>
      <Form<FirstUser> layout="vertical" requiredMark={false} onFinish={make}>
        <Form.Item
          name="token"
          label={t('access.token')}
          rules={[{ required: true, message: t('access.tokenMissing') }]}
        >
          <Input autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('access.name')}
          rules={[{ required: true, message: t('access.nameMissing') }]}
        >
          <Input autoComplete="username" maxLength={100} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('access.password')}
          extra={t('access.passwordHelp')}
          rules={[{ required: true, message: t('access.passwordMissing') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {problem && <Alert type="error" showIcon title={problem} className="door-problem" />}
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('access.makeFirst')}
        </Button>
      </Form>
    </FrontDoor>
  )
}
