/** Where `npm run simulate` begins: joins the program to the process. */
import { main } from './cli.ts';

// Whoever reads the output may have seen enough, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  print: (text) => process.stdout.write(text),
  warn: (text) => process.stderr.write(text),
});
