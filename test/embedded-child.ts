/** Starts the embedded database below a folder, tells where it is, and stays until it is killed or its input ends. */
import { startEmbedded } from '../src/adapters/embedded-postgres/start-embedded.ts';

const [dataDir = '', programs] = process.argv.slice(2);
try {
  const started = await startEmbedded({ dataDir, port: 0, ...(programs ? { programs } : {}) });
  process.stdout.write(`${JSON.stringify({ ...started, stop: undefined })}\n`);
  process.stdin.on('end', () => void started.stop().then(() => process.exit(0)));
  process.stdin.resume();
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(3);
}
