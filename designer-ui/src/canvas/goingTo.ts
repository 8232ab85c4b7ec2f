let until = 0

/** While the canvas glides to a place on purpose, nothing else may move it. */
export const goingTo = {
  begin: (milliseconds: number) => {
    until = Date.now() + milliseconds
  },
  left: () => Math.max(0, until - Date.now()),
}
