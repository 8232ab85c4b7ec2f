import { useWords } from '../../i18n'
import type { FieldSpec } from '../shared/fields'
import type { ImportKind } from './mapping'

/** What is asked about a file as a whole. */
export function useOptions(kind: ImportKind): FieldSpec[] {
  const { t } = useWords()
  const consents: FieldSpec[] = [
    {
      name: 'consentBasis',
      label: t('data.imports.basis'),
      help: t('data.imports.basisHelp'),
      kind: 'line',
      required: kind === 'lists',
      placeholder: 'opt-in',
    },
    { name: 'consentSource', label: t('data.imports.source'), kind: 'line' },
    { name: 'consentAt', label: t('data.imports.consentAt'), kind: 'instant' },
  ]
  switch (kind) {
    case 'lists':
      return [
        {
          name: 'list',
          label: t('data.lists.list'),
          help: t('data.lists.listHelp'),
          kind: 'line',
          required: true,
          most: 64,
        },
        ...consents,
      ]
    case 'members':
      return consents
    case 'orders':
      return [{ name: 'createMembers', label: t('data.imports.createMembers'), kind: 'flag' }]
    default:
      return []
  }
}
