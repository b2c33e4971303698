/** Where the embedding tells what happens; a pino logger fits. No text of a reader is ever handed to it. */
export interface EmbeddingLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
