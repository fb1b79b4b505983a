/**
 * One line that counts, written over and over where that can be seen.
 *
 * @returns what is told how many are done; a line each time another hundredth is
 */
export function progress(count: number): (done: number) => void {
  const started = Date.now()
  const step = Math.max(1, Math.ceil(count / 100))
  let next = step
  return (done) => {
    if (done < next && done < count) return
    next = done + step
    const seconds = ((Date.now() - started) / 1000).toFixed(0)
    const end = process.stdout.isTTY ? '\r' : '\n'
    process.stdout.write(`${done} of ${count} (${seconds} s)${end}`)
  }
}
