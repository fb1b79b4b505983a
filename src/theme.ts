/** Light or dark: the system's choice, until the reader makes one. */
export function themeSwitch(): void {
  const { dataset } = document.documentElement
  const toggle = document.querySelector<HTMLButtonElement>(
    '[data-theme-switch]',
  )!
  const show = () => {
    const dark = dataset['theme']
      ? dataset['theme'] === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches
    toggle.ariaPressed = String(dark)
  }
  try {
    const theme = localStorage.getItem('a-wasm-new-year:theme')
    if (theme) dataset['theme'] = theme
  } catch {
    // No storage: the system's choice it is.
  }
  show()
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show)
  toggle.disabled = false
  toggle.addEventListener('click', () => {
    dataset['theme'] = toggle.ariaPressed === 'true' ? 'light' : 'dark'
    show()
    try {
      localStorage.setItem('a-wasm-new-year:theme', dataset['theme'])
    } catch {
      // The choice holds for this page.
    }
  })
}
