import type { AriaLabelConfig } from '@xyflow/react'
import { useMemo } from 'react'
import { useWords } from '../../i18n'

/** What the canvas says to those who cannot see it. */
export function useSpoken(): Partial<AriaLabelConfig> {
  const { t, language } = useWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language alone
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('draw.nodeKeys'),
      'node.a11yDescription.keyboardDisabled': t('draw.nodeKeys'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }: { x: number; y: number }) =>
        t('draw.nodeMoved', { x, y }),
      'edge.a11yDescription.default': t('draw.wireKeys'),
      'minimap.ariaLabel': t('canvas.minimap'),
      'handle.ariaLabel': t('draw.port'),
    }),
    [language],
  )
}
