import fc from 'fast-check';

/** The same cases in every run, so that a failure is one for everybody. FC_SEED=… looks for others. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FC_SEED ?? 20241101) });
