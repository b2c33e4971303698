import type { ContractMark } from './timeline-model.ts';

/** First come, first served: every contract goes on the first track that is free in its days. */
export function intoTracks(contracts: readonly ContractMark[]): ContractMark[][] {
  const tracks: ContractMark[][] = [];
  for (const mark of contracts.toSorted((a, b) => a.possible.from - b.possible.from)) {
    const free = tracks.find((track) => (track.at(-1)?.possible.to ?? 0) < mark.possible.from);
    if (free) free.push(mark);
    else tracks.push([mark]);
  }
  return tracks;
}
