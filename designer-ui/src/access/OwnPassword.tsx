import { Alert, App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { call, Refused } from '../api/client'
import { useWords } from '../i18n'
import { refusalText } from './refusals'

interface Passwords {
  old: string
  new: string
}

/** Gives oneself another password. */
export function OwnPassword({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const [form] = Form.useForm<Passwords>()
  const [problem, setProblem] = useState('')
  const change = async (given: Passwords) => {
    try {
      await call('PUT /api/session/password', { body: given })
      message.success(t('access.passwordChanged'))
      onClose()
    } catch (error) {
      setProblem(error instanceof Refused ? refusalText(error, t) : t('connection.lost'))
    }
  }
  return (
    <Modal
      open
      title={t('access.changePassword')}
      okText={t('access.change')}
      cancelText={t('cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={change}>
        <Form.Item
          name="old"
          label={t('access.oldPassword')}
          rules={[{ required: true, message: t('access.passwordMissing') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="new"
          label={t('access.newPassword')}
          extra={t('access.passwordHelp')}
          rules={[{ required: true, message: t('access.passwordMissing') }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {problem && <Alert type="error" showIcon title={problem} />}
      </Form>
    </Modal>
  )
}
