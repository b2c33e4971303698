import { movedInto } from '../../kernel/moved-into.ts';

/** The documents of one term with their counts, growing by half; eight bytes a posting. */
export class Postings {
  documents = new Uint32Array(2);
  counts = new Float32Array(2);
  size = 0;

  push(document: number, count: number): void {
    if (this.size === this.documents.length) {
      const room = Math.ceil(this.size * 1.5);
      this.documents = movedInto(new Uint32Array(room), this.documents);
      this.counts = movedInto(new Float32Array(room), this.counts);
    }
    this.documents[this.size] = document;
    this.counts[this.size++] = count;
  }
}
