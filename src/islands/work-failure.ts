/** Why nothing came of a job, in a sentence for the reader. */
export class WorkFailure extends Error {
  /** Whether the same job may well work on another try. */
  readonly retry: boolean

  constructor(message: string, retry: boolean) {
    super(message)
    this.retry = retry
  }
}
