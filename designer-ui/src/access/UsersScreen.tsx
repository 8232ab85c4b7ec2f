import { useQuery } from '@tanstack/react-query'
import { App, Button, Space, Table, Tag } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { call } from '../api/client'
import type { User } from '../api/types'
import { useWords } from '../i18n'
import { Failure } from '../ui/States'
import { ApprovalPolicy } from './ApprovalPolicy'
import { useRights } from './session'
import { UserDialog } from './UserDialog'
import { useUserChange } from './useUserChange'

/** Who may do what in the workspace. */
export default function UsersScreen() {
  const { t } = useWords()
  const { workspace = '' } = useParams()
  const rights = useRights()
  const { modal } = App.useApp()
  const change = useUserChange(workspace)
  const [editing, setEditing] = useState<User | 'new'>()
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: [workspace, 'users'],
    queryFn: async () =>
      (await call('GET /api/workspaces/{workspace}/users', { path: { workspace } })) as User[],
    enabled: rights.admin,
  })
  if (!rights.admin) return <p className="centred">{t('access.onlyAdmins')}</p>
  if (error) return <Failure error={error} retry={() => void refetch()} />
  const disable = ({ name }: User) =>
    modal.confirm({
      title: t('access.disableTitle', { name }),
      content: t('access.disableText', { name }),
      okText: t('access.disable'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: () => change(name, { disabled: true }),
    })
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('access.users')}</h1>
        <span className="grow" />
        <Button type="primary" icon={<Plus size={15} />} onClick={() => setEditing('new')}>
          {t('access.addUser')}
        </Button>
      </div>
      <Table<User>
        rowKey="name"
        loading={isLoading}
        dataSource={data ?? []}
        pagination={false}
        columns={[
          { title: t('access.name'), dataIndex: 'name' },
          {
            title: t('access.roles'),
            dataIndex: 'roles',
            render: (roles: User['roles'], { administrator }) => (
              <Space size={4} wrap>
                {administrator && <Tag color="warning">{t('access.administrator')}</Tag>}
                {roles.map((role) => (
                  <Tag key={role}>{t(`access.role.${role}`)}</Tag>
                ))}
              </Space>
            ),
          },
          {
            title: t('access.state'),
            dataIndex: 'disabled',
            width: 120,
            render: (disabled: boolean) => (
              <Tag color={disabled ? 'default' : 'success'}>
                {t(disabled ? 'access.disabled' : 'access.active')}
              </Tag>
            ),
          },
          {
            key: 'acts',
            width: 220,
            render: (_, user) => (
              <Space>
                <Button size="small" onClick={() => setEditing(user)}>
                  {t('access.edit')}
                </Button>
                {user.name !== rights.user && (
                  <Button
                    size="small"
                    danger={!user.disabled}
                    onClick={() =>
                      user.disabled
                        ? void change(user.name, { disabled: false })
                        : void disable(user)
                    }
                  >
                    {t(user.disabled ? 'access.enable' : 'access.disable')}
                  </Button>
                )}
              </Space>
            ),
          },
        ]}
      />
      <ApprovalPolicy workspace={workspace} />
      {editing && (
        <UserDialog
          user={editing === 'new' ? undefined : editing}
          taken={(data ?? []).map(({ name }) => name)}
          change={change}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  )
}
