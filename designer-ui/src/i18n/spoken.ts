import { i18n } from '.'

/** What the component library says to those who cannot see it, in English alone. */
const CHINESE: Record<string, string> = {
  close: '关闭',
  'close-circle': '清除',
  'Increase Value': '增加',
  'Decrease Value': '减少',
  Clear: '清除',
  Close: '关闭',
  'Select all': '全选',
  'Select row': '选择此行',
  'segmented control': '选项',
  expanded: '已展开',
  collapsed: '已收起',
  expand: '展开',
  remove: '移除',
}
const ENGLISH = Object.fromEntries(Object.entries(CHINESE).map(([en, zh]) => [zh, en]))
const CONTROL = 'button, a, [role=button]'
const LABELLED = '[aria-label]'

/** Has labels that the component library brings along spoken in the language on screen. */
export function speakTheLanguage() {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const added of addedNodes) if (added instanceof Element) say(added)
  }).observe(document.body, { childList: true, subtree: true })
  i18n.on('languageChanged', () => say(document.body))
}

function say(within: Element) {
  if (within.matches(LABELLED)) sayOne(within)
  for (const one of within.querySelectorAll(LABELLED)) sayOne(one)
}

function sayOne(one: Element) {
  if (one.classList.contains('anticon') && !one.hasAttribute('tabindex') && isBesideWords(one)) {
    one.removeAttribute('aria-label')
    one.removeAttribute('role')
    one.setAttribute('aria-hidden', 'true')
    return
  }
  const label = one.getAttribute('aria-label') ?? ''
  const said = (i18n.language === 'zh' ? CHINESE : ENGLISH)[label]
  if (said) one.setAttribute('aria-label', said)
}

/** A picture in what has words or a name of its own need say nothing more. */
function isBesideWords(picture: Element): boolean {
  const control = picture.closest(CONTROL)
  return !control || control.hasAttribute('aria-label') || Boolean(control.textContent?.trim())
}
