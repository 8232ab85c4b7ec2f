import type { ReactNode } from 'react'
import { Logo } from '../ui/Logo'
import { LanguageSwitch, ThemeSwitch } from '../ui/Switches'

/** The frame of pages that are shown before somebody is logged in. */
export function FrontDoor({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="shell">
      <header className="topbar">
        <span className="brand">
          <Logo />
          <span>Sluice</span>
        </span>
        <span className="grow" />
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className="screen">
        <div className="door">
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}
