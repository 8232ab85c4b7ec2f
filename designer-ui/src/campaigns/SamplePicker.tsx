import { Button, Modal } from 'antd'
import { useWords } from '../i18n'
import { SAMPLES, type Sample } from './samples'

interface Props {
  onTake: (sample: Sample) => void
  onClose: () => void
}

/** The samples, each with what it shows. */
export function SamplePicker({ onTake, onClose }: Props) {
  const { t } = useWords()
  return (
    <Modal open title={t('list.samples')} footer={null} width={640} onCancel={onClose}>
      <p className="hint">{t('list.samplesHelp')}</p>
      <ul className="samples">
        {SAMPLES.map((sample) => (
          <li key={sample}>
            <div>
              <strong>{t(`list.sample.${sample}.name`)}</strong>
              <div className="hint">{t(`list.sample.${sample}.text`)}</div>
            </div>
            <Button data-sample={sample} onClick={() => onTake(sample)}>
              {t('list.take')}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
