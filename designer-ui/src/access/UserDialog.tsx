import { Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Role, User } from '../api/types'
import { useWords } from '../i18n'
import type { UserChange } from './useUserChange'

const ROLES: Role[] = ['viewer', 'marketer', 'approver', 'admin']

interface Props {
  user: User | undefined
  taken: string[]
  change: (name: string, body: UserChange, onlyNew?: boolean) => Promise<boolean>
  onClose: () => void
}

interface Fields {
  name: string
  password?: string
  roles: Role[]
}

/** Makes a user, or changes roles and password of one. */
export function UserDialog({ user, taken, change, onClose }: Props) {
  const { t } = useWords()
  const [form] = Form.useForm<Fields>()
  const [busy, setBusy] = useState(false)
  const save = async ({ name, password, roles }: Fields) => {
    setBusy(true)
    const saved = await change(
      user?.name ?? name.trim(),
      { roles, ...(password ? { password } : {}) },
      !user && Boolean(password),
    )
    setBusy(false)
    if (saved) onClose()
  }
  return (
    <Modal
      open
      title={user ? t('access.editUser', { name: user.name }) : t('access.addUser')}
      okText={t('access.save')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ roles: user?.roles ?? ['viewer'] }}
        onFinish={save}
      >
        {!user && (
          <Form.Item
            name="name"
            label={t('access.name')}
            rules={[
              { required: true, message: t('access.nameMissing') },
              {
                validator: (_, name: string) =>
                  taken.includes((name ?? '').trim().toLowerCase())
                    ? Promise.reject(new Error(t('access.knownUser')))
                    : Promise.resolve(),
              },
            ]}
          >
            <Input autoFocus autoComplete="off" maxLength={100} />
          </Form.Item>
        )}
        <Form.Item
          name="password"
          label={t(user ? 'access.newPassword' : 'access.firstPassword')}
          extra={t(user ? 'access.keepPassword' : 'access.passwordHelp')}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item name="roles" label={t('access.roles')}>
          <Checkbox.Group className="role-list">
            {ROLES.map((role) => (
              <Checkbox key={role} value={role}>
                {t(`access.role.${role}`)}
                <span className="hint"> {t(`access.roleHelp.${role}`)}</span>
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
      </Form>
    </Modal>
  )
}
