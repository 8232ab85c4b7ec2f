import { type ThemeConfig, theme } from 'antd'
import type { Theme } from './appearance'

/** The look of Ant Design's parts; the colours of the canvas stand in theme.css. */
export function antdTheme(chosen: Theme): ThemeConfig {
  const dark = chosen === 'dark'
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: dark ? '#4d8dff' : '#1f6feb',
      colorLink: dark ? '#6ea8ff' : '#175cd3',
      // What is pointed at is not paler than before.
      colorLinkHover: dark ? '#9cc3ff' : '#0f4aae',
      borderRadius: 6,
      fontSize: 13,
      fontFamily:
        "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans', sans-serif",
      ...(dark
        ? {
            colorInfo: '#79b0ff',
            colorInfoBg: '#16263f',
            colorError: '#ff8a94',
            colorBgBase: '#15181d',
            colorBgContainer: '#1b1f26',
            colorBgElevated: '#232832',
            colorTextPlaceholder: '#98a2b3',
            colorTextDescription: '#98a2b3',
          }
        : {
            // The library's own colours are too pale for small letters.
            colorInfo: '#175cd3',
            colorInfoBg: '#eaf2fe',
            colorSuccess: '#1a7f4b',
            colorSuccessBg: '#e9f6ee',
            colorWarning: '#935700',
            colorWarningBg: '#fdf4e3',
            colorError: '#d1293d',
            colorErrorBg: '#fdeef0',
            colorTextPlaceholder: '#667085',
            colorTextDescription: '#667085',
          }),
    },
    components: {
      ...(dark
        ? {
            Button: {
              colorPrimary: '#2f6bdb',
              colorPrimaryHover: '#3a76e6',
              colorError: '#ec6a78',
              // White would be too pale on it.
              dangerColor: '#15181d',
            },
            Tabs: { itemSelectedColor: '#6ea8ff', itemHoverColor: '#6ea8ff' },
          }
        : {}),
      Table: { cellPaddingBlock: 10 },
      ...(dark ? {} : { Tabs: { itemSelectedColor: '#175cd3' } }),
      Form: { itemMarginBottom: 14 },
    },
  }
}
