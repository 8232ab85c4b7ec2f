import { Segmented } from 'antd'
import { useState } from 'react'
import { useWords } from '../../i18n'
import { withoutPixel } from './pixel'

/** An e-mail as a mail program shows it. Its HTML stands in a frame that runs no scripts. */
export function MailView({ content, to }: { content: Record<string, string>; to: string }) {
  const { t } = useWords()
  const [view, setView] = useState<'html' | 'text'>('html')
  const { subject, html, text, preheader, sender } = content
  return (
    <article className="mail">
      <header>
        <h3>{subject || t('data.sandbox.noSubject')}</h3>
        <div className="hint">
          {sender && `${sender} → `}
          {to}
        </div>
        {preheader && <div className="hint">{preheader}</div>}
        {html && text && (
          <Segmented
            size="small"
            value={view}
            options={[
              { value: 'html', label: t('data.sandbox.formatted') },
              { value: 'text', label: t('data.sandbox.plain') },
            ]}
            onChange={setView}
          />
        )}
      </header>
      {html && (view === 'html' || !text) ? (
        <iframe
          title={subject || t('data.sandbox.mail')}
          sandbox="allow-popups"
          referrerPolicy="no-referrer"
          srcDoc={`<base target="_blank">${withoutPixel(html)}`}
        />
      ) : (
        <pre>{text}</pre>
      )}
    </article>
  )
}
