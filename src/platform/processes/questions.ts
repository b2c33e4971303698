/** Questions to another process, each with a number that its answer bears. */
export class Questions<Answer> {
  readonly #waiting = new Map<number, (answer: Answer | undefined) => void>();
  #asked = 0;

  /** Resolves to undefined where no answer came within so many milliseconds, or the question could not be sent. */
  ask(withinMs: number, send: (id: number) => void): Promise<Answer | undefined> {
    const id = ++this.#asked;
    return new Promise((resolve) => {
      const end = (answer: Answer | undefined) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(answer);
      };
      const timer = setTimeout(end, withinMs, undefined);
      this.#waiting.set(id, end);
      send(id);
    });
  }

  /** What came for the question of this number; nothing where nobody waits for it any more. */
  answered(id: number, answer: Answer): void {
    this.#waiting.get(id)?.(answer);
  }
}
