import type { Engine } from './engine.ts';
import type { AskedModel } from './prepared-checks.ts';
import type { Stages } from './stages.ts';

/** The models of the second stage in one engine: made when first needed, and again after the engine had to be replaced. */
export class SecondStage {
  readonly stages: Stages;
  #made: Promise<void> | null = null;

  constructor(stages: Stages) {
    this.stages = stages;
  }

  /** A new engine has nothing of it yet. */
  forget(): void {
    this.#made = null;
  }

  /** Makes what queries need beside the tables that were prepared, and no more. Rejects as `make` does. */
  async complete(engine: Engine, models: readonly AskedModel[]): Promise<void> {
    for (const { kind, statement } of models) {
      if (kind !== 'table') await engine.query(statement);
    }
    this.#made = Promise.resolve();
  }

  /** Resolves when the models are there. Rejects with QueryError, or EngineLost; the next call then tries again. */
  make(engine: Engine): Promise<void> {
    if (this.#made === null) {
      const making = this.#run(engine);
      this.#made = making;
      making.catch(() => {
        if (this.#made === making) this.#made = null;
      });
    }
    return this.#made;
  }

  async #run(engine: Engine): Promise<void> {
    for (const { statements } of this.stages.reconciliation) {
      for (const statement of statements) await engine.query(statement);
    }
  }
}
