import { ImportDrawer } from './ImportDrawer'

/** Takes in a file of phones or e-mail addresses as a list. */
export function ListImport(props: { onClose: () => void; onSaved: (key: string) => void }) {
  return <ImportDrawer kinds={['lists']} {...props} />
}
