import 'bpmn-js/dist/assets/bpmn-js.css'
import 'bpmn-js/dist/assets/diagram-js.css'
import { useQuery } from '@tanstack/react-query'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link, useParams } from 'react-router'
import { textOf } from '../api/client'
import { useWords } from '../i18n'
import { Failure, Loading } from '../ui/States'

/** The process that a campaign becomes, as BPMN. */
export default function BpmnPage() {
  const { t } = useWords()
  const { workspace = '', campaign = '' } = useParams()
  const { data, error, refetch } = useQuery({
    queryKey: [workspace, 'campaigns', campaign, 'bpmn'],
    queryFn: () =>
      textOf('GET /api/workspaces/{workspace}/campaigns/{campaign}/bpmn', { workspace, campaign }),
    gcTime: 0,
  })
  return (
    <div className="designer">
      <div className="toolbar">
        <Link
          to={`/w/${workspace}/campaigns/${campaign}`}
          className="tool-back"
          aria-label={t('dry.toCanvas')}
        >
          <ArrowLeft size={16} />
        </Link>
        <h1>{t('draw.bpmnView')}</h1>
        <span className="hint">{campaign}</span>
      </div>
      {error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : data ? (
        <Diagram xml={data} />
      ) : (
        <Loading />
      )}
    </div>
  )
}

const ROOM = 0.94

interface Zooming {
  zoom: (how?: 'fit-viewport' | number, centre?: 'auto') => number
}

function Diagram({ xml }: { xml: string }) {
  const { t } = useWords()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!place.current) return
    const viewer = new NavigatedViewer({ container: place.current })
    let gone = false
    viewer.importXML(xml).then(() => {
      if (gone) return
      const canvas = viewer.get<Zooming>('canvas')
      // What is fitted exactly touches the edges of the page.
      canvas.zoom(canvas.zoom('fit-viewport', 'auto') * ROOM, 'auto')
    })
    return () => {
      gone = true
      viewer.destroy()
    }
  }, [xml])
  return <section className="bpmn" ref={place} aria-label={t('draw.bpmnView')} />
}
