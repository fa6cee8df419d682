// Makes WASM files smaller, in place: node optimise.mjs FILE…
// One process for all of them, one thread for each core: loading the optimiser takes longer than most files do.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

if (isMainThread) {
  const waiting = process.argv.slice(2).sort((one, other) => statSync(one).size - statSync(other).size);
  for (let left = Math.min(availableParallelism(), waiting.length); left > 0; left -= 1) {
    const worker = new Worker(new URL(import.meta.url));
    const next = () => {
      const file = waiting.pop();
      if (file === undefined) worker.terminate();
      else worker.postMessage(file);
    };
    worker.on('message', next);
    worker.on('error', (error) => {
      console.error(error);
      process.exit(1);
    });
    next();
  }
} else {
  const { default: binaryen } = await import('binaryen');
  const { Features } = binaryen;
  const features =
    Features.BulkMemory |
    Features.BulkMemoryOpt |
    Features.NontrappingFPToInt |
    Features.ReferenceTypes |
    Features.CallIndirectOverlong |
    Features.Multivalue |
    Features.SignExt |
    Features.MutableGlobals;
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  parentPort.on('message', (file) => {
    const module = binaryen.readBinary(readFileSync(file));
    module.setFeatures(features);
    module.optimize();
    writeFileSync(file, module.emitBinary());
    module.dispose();
    parentPort.postMessage('done');
  });
}
