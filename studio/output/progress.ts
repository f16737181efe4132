/** Shows the progress of a job and the time left, on one line of the terminal. */
export class Progress {
  readonly #started = Date.now()
  readonly #total: number
  #done = 0
  #worked = 0

  constructor(total: number) {
    this.#total = total
  }

  /** Counts one item as done. `worked` is false if it was up to date already. */
  step(name: string, worked: boolean): void {
    this.#done++
    if (worked) this.#worked++
    const line = `${this.#done}/${this.#total}  ${name}${this.#left()}`
    if (process.stdout.isTTY) process.stdout.write(`\r\u001b[2K${line}`)
    else if (worked) process.stdout.write(`${line}\n`)
  }

  /** Replaces the line with a summary. */
  end(): void {
    if (process.stdout.isTTY) process.stdout.write('\r\u001b[2K')
    const rest = this.#done - this.#worked
    const seconds = Math.round((Date.now() - this.#started) / 1000)
    process.stdout.write(`${this.#worked} made, ${rest} up to date, in ${seconds} s\n`)
  }

  #left(): string {
    if (this.#worked === 0) return ''
    const each = (Date.now() - this.#started) / this.#done
    const seconds = Math.round((each * (this.#total - this.#done)) / 1000)
    return seconds < 90 ? `  ${seconds} s left` : `  ${Math.round(seconds / 60)} min left`
  }
}
