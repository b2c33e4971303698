import { createAnalysis } from '../../../src/search/analysis/analyse-text.ts';
import { createEmbeddedEngine } from '../../../src/search/embedded/embedded-engine.ts';
import { engineContract } from './engine-contract.ts';

engineContract('embedded', async () => createEmbeddedEngine(createAnalysis()));
