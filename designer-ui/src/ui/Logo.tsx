/** Two gate posts and what flows between them. */
export function Logo() {
  return (
    <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--accent)" />
      <path d="M7 9v14M25 9v14" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M10.500 13c2 0 2 2.500 4 2.500s2-2.500 4-2.500 2 2.500 3.500 2.500M10.500 19c2 0 2 2.500 4 2.500s2-2.500 4-2.500 2 2.500 3.500 2.500"
        stroke="#bfdcff"
        strokeWidth="2"
        fill="none"
        strokeLinecap="round"
      />
    </svg>
  )
}
