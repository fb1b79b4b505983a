/** A new version: a line in the page, with a button that brings it. Slides show none. */

/** @param act what brings it; the page keeps its slide and what was typed */
export function showNews(act: () => void): void {
  if (document.querySelector('.news')) return
  const line = document.createElement('p')
  line.className = 'news'
  line.setAttribute('role', 'status')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Reload'
  button.addEventListener('click', act)
  document.body.append(line)
  document.documentElement.classList.add('with-news')
  // What is in place before it has words is read out.
  requestAnimationFrame(() => line.append('A new version is here. ', button))
}
