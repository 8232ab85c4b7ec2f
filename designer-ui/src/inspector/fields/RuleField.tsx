import { useParams } from 'react-router'
import { useWords } from '../../i18n'
import { problemText } from '../../problems/problemText'
import { useNames } from '../../rules/facts'
import type { Rule } from '../../rules/model'
import { RuleBuilder } from '../../rules/RuleBuilder'
import { sentence } from '../../rules/sentence'
import type { FieldProps } from '../SettingField'

/** The rule as groups of conditions, and as the sentence that reads it back. */
export function RuleField({ value, path, problems, onChange }: FieldProps) {
  const words = useWords()
  const names = useNames()
  useParams()
  const rule = value as Rule | undefined
  const text = sentence(rule, words, names)
  const places = Object.fromEntries(
    problems
      .filter((problem) => problem.field?.startsWith(path))
      .map((problem) => [
        problem.field?.slice(path.length) ?? '',
        problemText(problem, undefined, words),
      ]),
  )
  return (
    <div className="rule">
      <RuleBuilder rule={rule} problems={places} onChange={onChange} />
      {text && <p className="rule-sentence">{text}</p>}
    </div>
  )
}
