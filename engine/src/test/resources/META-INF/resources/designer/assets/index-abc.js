export const designer = true
