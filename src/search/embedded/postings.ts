/** The documents of one term with their counts, growing by doubling; eight bytes a posting. */
export class Postings {
  documents = new Uint32Array(2);
  counts = new Float32Array(2);
  size = 0;

  push(document: number, count: number): void {
    if (this.size === this.documents.length) {
      const documents = new Uint32Array(this.size * 2);
      documents.set(this.documents);
      this.documents = documents;
      const counts = new Float32Array(this.size * 2);
      counts.set(this.counts);
      this.counts = counts;
    }
    this.documents[this.size] = document;
    this.counts[this.size++] = count;
  }
}
