/** What a form that makes or changes something is given, on a screen of its own or on the canvas. */
export interface Making<T> {
  /** What is changed; without it something new is made. */
  record?: T | undefined
  onClose: () => void
  /** Called with the key once it is saved. */
  onSaved: (key: string) => void
}
