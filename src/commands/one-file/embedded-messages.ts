/** What a Worker in a file and its page say to each other of the file's parts. */

export interface PartAsked {
  /** Its name. */
  part?: string
}

export interface PartGiven extends PartAsked {
  bytes?: ArrayBuffer
}
