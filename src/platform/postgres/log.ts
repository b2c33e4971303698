/** Where this folder tells what happens; a pino logger fits. */
export interface PostgresLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
