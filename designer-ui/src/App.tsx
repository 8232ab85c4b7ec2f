import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as Antd, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { lazy, Suspense } from 'react'
import { BrowserRouter, Navigate, Route, Routes } from 'react-router'
import { Gate } from './access/Gate'
import { Refused } from './api/client'
import { useWorkspaces } from './api/queries'
import { CampaignList } from './campaigns/CampaignList'
import { useAppearance } from './ui/appearance'
import { Shell } from './ui/Shell'
import { Failure, Loading } from './ui/States'
import { SCREENS } from './ui/screens'
import { antdTheme } from './ui/theme'

const LoginPage = lazy(() => import('./access/LoginPage'))
const SetupPage = lazy(() => import('./access/SetupPage'))
const Designer = lazy(() => import('./canvas/Designer'))
const Present = lazy(() => import('./canvas/Present'))
const BpmnPage = lazy(() => import('./canvas/BpmnPage'))
const RunPage = lazy(() => import('./runs/RunPage'))
const DryRunPage = lazy(() => import('./dryrun/DryRunPage'))

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What the server refuses it refuses again; only a lost connection is worth another try.
      retry: (failures, error) => !(error instanceof Refused) && failures < 2,
      refetchOnWindowFocus: false,
    },
  },
})

export function App() {
  const { language, theme } = useAppearance()
  return (
    <ConfigProvider
      theme={antdTheme(theme)}
      locale={language === 'zh' ? zhCN : enGB}
      button={{ autoInsertSpace: false }}
    >
      <Antd className="app">
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <Suspense fallback={<Loading />}>
              <Routes>
                <Route path="/login" element={<LoginPage />} />
                <Route path="/setup" element={<SetupPage />} />
                <Route element={<Gate />}>
                  <Route path="/" element={<FirstWorkspace />} />
                  <Route path="/w/:workspace/campaigns/:campaign/present" element={<Present />} />
                  <Route path="/w/:workspace" element={<Shell />}>
                    <Route index element={<Navigate to="campaigns" replace />} />
                    <Route path="campaigns" element={<CampaignList />} />
                    <Route path="campaigns/:campaign" element={<Designer />} />
                    <Route path="campaigns/:campaign/bpmn" element={<BpmnPage />} />
                    <Route path="dry-runs/:id" element={<DryRunPage />} />
                    <Route path="runs/:run" element={<RunPage />} />
                    {SCREENS.map(({ path, element: Element }) => (
                      <Route key={path} path={path} element={<Element />} />
                    ))}
                  </Route>
                </Route>
                <Route path="*" element={<Navigate to="/" replace />} />
              </Routes>
            </Suspense>
          </BrowserRouter>
        </QueryClientProvider>
      </Antd>
    </ConfigProvider>
  )
}

function FirstWorkspace() {
  const { data, error } = useWorkspaces()
  if (error) return <Failure error={error} />
  if (!data) return <Loading />
  const [first] = data
  return first ? <Navigate to={`/w/${first.key}/campaigns`} replace /> : <Shell />
}
