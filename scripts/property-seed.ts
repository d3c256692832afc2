/**
 * Property tests take a fixed seed, so that the same commit gives the same answer wherever it is tested.
 * `PROPERTY_SEED=7` takes another one, `PROPERTY_SEED=random` a new one for each property (a failure prints it).
 */
import fc from 'fast-check';

const wanted = process.env.PROPERTY_SEED ?? '20261121';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
