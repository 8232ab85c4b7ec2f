import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { speakTheLanguage } from './i18n/spoken'
import { showAppearance } from './ui/appearance'
import './ui/theme.css'

showAppearance()
speakTheLanguage()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no place for the designer.')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
