import type { EChartsCoreOption } from 'echarts/core'

export type ChartOption = EChartsCoreOption

export interface ChartColours {
  text: string
  quiet: string
  line: string
  panel: string
  accent: string
  second: string
  font: string
}

export interface Bar {
  name: string
  value: number
  shown: string
}

const LONGEST_NAME = 180

/** Bars that lie, the first at the top, each with its figure in words. */
export function barsOption(bars: Bar[], colours: ChartColours): ChartOption {
  return {
    animation: false,
    textStyle: { fontFamily: colours.font },
    grid: { left: 8, right: 96, top: 4, bottom: 4, containLabel: true },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: colours.text, width: LONGEST_NAME, overflow: 'truncate', fontSize: 12 },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 26,
        barMinHeight: 2,
        itemStyle: { color: colours.accent, borderRadius: [0, 4, 4, 0] },
        label: {
          show: true,
          position: 'right',
          color: colours.text,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => bars[dataIndex]?.shown ?? '',
        },
        data: bars.map(({ value }) => value),
      },
    ],
  }
}

export interface Line {
  name: string
  values: (number | null)[]
  show: (value: number) => string
}

/** One or two lines over days, the second by a scale of its own on the right. */
export function linesOption(days: string[], lines: Line[], colours: ChartColours): ChartOption {
  const paints = [colours.accent, colours.second]
  return {
    animation: false,
    color: paints,
    textStyle: { fontFamily: colours.font },
    grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: colours.text } },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      backgroundColor: colours.panel,
      borderColor: colours.line,
      textStyle: { color: colours.text, fontSize: 12 },
    },
    xAxis: {
      type: 'category',
      data: days,
      axisLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.quiet },
    },
    yAxis: lines.map(({ show }, index) => ({
      type: 'value',
      min: 0,
      minInterval: 1,
      splitLine: { show: index === 0, lineStyle: { color: colours.line } },
      axisLabel: { color: colours.quiet, formatter: show },
    })),
    series: lines.map(({ name, values, show }, index) => ({
      type: 'line',
      name,
      yAxisIndex: index,
      data: values,
      symbol: 'circle',
      symbolSize: 6,
      tooltip: { valueFormatter: (value: number | null) => (value === null ? '–' : show(value)) },
    })),
  }
}
