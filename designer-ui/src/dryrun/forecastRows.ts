import type { Forecast, ForecastNode, NodeType, Ports } from '../api/types'
import type { Words } from '../i18n'
import { reasonWord } from '../ui/reasons'
import { arriving, portsOf, upTo } from './ports'
import { partsAt } from './totals'

type Row = (string | number | undefined)[]

/** The dry run as rows for a spreadsheet: of each node one that sums up, and one for each port, reason and time. */
export function forecastRows(
  result: Forecast,
  types: Map<string, NodeType>,
  ports: Record<string, Ports>,
  words: Words,
): Row[] {
  const { t, say } = words
  const head = [
    t('dry.node'),
    'id',
    t('forecast.csv.type'),
    t('forecast.csv.port'),
    t('forecast.csv.reason'),
    t('forecast.csv.at'),
    t('forecast.csv.people'),
    t('forecast.csv.bound'),
    t('dry.units'),
    t('dry.cost'),
    t('forecast.csv.highest'),
  ]
  const bound = (node: ForecastNode, port: string) =>
    t(upTo(node, port) ? 'forecast.csv.upper' : 'forecast.csv.exact')
  const rows = result.nodes.flatMap((node) => {
    const begin = [node.name ?? node.id, node.id, say(types.get(node.type)?.label)]
    const of = (port: string, reason: string, people: number, key: string) => [
      ...begin,
      port,
      reason,
      '',
      people,
      bound(node, key),
    ]
    return [
      [
        ...of(t('dry.arrive'), '', arriving(node, types), 'in'),
        partsAt(node, types),
        node.cost,
        node.highestCost,
      ],
      ...portsOf(node, types, ports, words).map(({ key, label, people }) =>
        of(label, '', people, key),
      ),
      ...Object.entries(node.heldBack ?? {}).map(([reason, people]) =>
        of(t('dry.heldBack'), reasonWord(reason), people, 'suppressed'),
      ),
      ...Object.entries(node.failedBy ?? {}).map(([reason, people]) =>
        of(t('run.failed'), reasonWord(reason), people, 'failed'),
      ),
      ...(node.sends?.length ? node.sends : (node.releases ?? [])).map(({ at, people }) => [
        ...begin,
        '',
        '',
        at,
        people,
      ]),
    ]
  })
  return [head, ...rows]
}
