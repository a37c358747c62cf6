import type { Case } from './case.ts';
import { ingestInChromium } from './cases/ingest-in-chromium.ts';
import { ingestInNode } from './cases/ingest-in-node.ts';
import { queries } from './cases/queries.ts';
import { reconciliation } from './cases/reconciliation.ts';
import { redraw } from './cases/redraw.ts';
import { start } from './cases/start.ts';

/** What `npm run bench` measures, in this order. */
export const CASES: readonly Case[] = [ingestInNode, ingestInChromium, start, queries, reconciliation, redraw];
