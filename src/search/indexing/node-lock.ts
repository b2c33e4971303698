/** What says that this process and no other feeds a node. */
export interface NodeLock {
  /** Aborted when it may be another's. */
  readonly lost: AbortSignal;
  /** Rejects where it is lost, else says whether somebody waits for it. */
  wanted(): Promise<boolean>;
  release(): Promise<void>;
}
