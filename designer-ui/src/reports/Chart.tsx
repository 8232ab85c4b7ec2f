import { useEffect, useRef } from 'react'
import { useAppearance } from '../ui/appearance'
import type { ChartColours, ChartOption } from './option'

interface Props {
  height: number
  /** What the chart shows; its figures stand in a table beside it. */
  label: string
  option: (colours: ChartColours) => ChartOption
}

/** A chart in the colours of the theme. */
export function Chart({ height, label, option }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const theme = useAppearance((state) => state.theme)
  // The theme is no part of the option, but the colours that the page has with it are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours follow the theme
  useEffect(() => {
    const element = place.current
    if (!element) return
    let left = false
    let drop = () => {}
    void import('./echarts').then(({ echarts }) => {
      if (left) return
      const chart = echarts.init(element, null, { renderer: 'svg' })
      chart.setOption(option(coloursOf(element)))
      const observer = new ResizeObserver(() => chart.resize())
      observer.observe(element)
      drop = () => {
        observer.disconnect()
        chart.dispose()
      }
    })
    return () => {
      left = true
      drop()
    }
  }, [option, theme])
  return <div ref={place} className="chart" style={{ height }} role="img" aria-label={label} />
}

function coloursOf(element: HTMLElement): ChartColours {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    text: colour('text'),
    quiet: colour('quiet'),
    line: colour('line'),
    panel: colour('panel'),
    accent: colour('accent'),
    second: colour('c-time'),
    font: style.fontFamily,
  }
}
