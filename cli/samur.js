#!/usr/bin/env node
// Plain JavaScript that any Node can read: goes on with the project's own Node when the running one is too old.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const oldest = 26;
const main = new URL('main.ts', import.meta.url);

if (Number(process.versions.node.split('.')[0]) >= oldest) {
  await import(main.href);
} else {
  const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  if (existsSync(own)) {
    const child = spawn(own, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code, signal) => {
      if (signal === null) process.exitCode = code ?? 1;
      else {
        process.removeAllListeners(signal);
        process.kill(process.pid, signal);
      }
    });
  } else {
    process.stderr.write(`samur needs Node ${oldest} or later. Run "npm ci" in its folder, which installs one.\n`);
    process.exitCode = 2;
  }
}
