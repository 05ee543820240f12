// Builds everything a browser loads into ../wwwroot/assets under names that carry their content's hash,
// so files can be cached for ever; manifest.json maps the plain names to the hashed ones.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sprite } from './build/icons.mjs';
import { contained } from './build/turbo.mjs';
import { licences } from './build/licences.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../wwwroot/assets');
const shared = {
  absWorkingDir: here, outdir: out, bundle: true, minify: true, metafile: true, write: false,
  entryNames: '[name]-[hash]', assetNames: '[name]-[hash]', legalComments: 'none', charset: 'utf8', logLevel: 'warning',
};

try {
  const built = await Promise.all([
    // Classic scripts, not modules: some browsers we are opened in know neither modules nor what came after ES2019.
    build({ ...shared, format: 'iife', target: 'es2019', plugins: [contained], entryPoints: ['ts/app.ts', 'ts/public.ts', 'ts/map.ts', 'ts/chart.ts'] }),
    build({
      ...shared, target: ['chrome87', 'safari14'], loader: { '.png': 'dataurl', '.svg': 'file', '.woff2': 'file' },
      entryPoints: { app: 'css/app.css', map: 'map/map.css' },
    }),
  ]);
  const files = built.flatMap(one => one.outputFiles.map(file => [basename(file.path), file.contents]));
  const manifest = {};
  for (const one of built) {
    for (const [path, { entryPoint }] of Object.entries(one.metafile.outputs)) {
      if (entryPoint) manifest[basename(path).replace(/-[A-Z0-9]{8}(\.\w+)$/, '$1')] = basename(path);
    }
  }

  const icons = sprite(here);
  const hash = createHash('sha256').update(icons).digest('hex').slice(0, 8).toUpperCase();
  files.push([manifest['icons.svg'] = `icons-${hash}.svg`, icons]);
  files.push(['licences.txt', licences(here, built)]);

  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(out, name), content);
  // Last, because the build takes it for the sign that all went well.
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest, Object.keys(manifest).sort(), 1));
} catch (error) {
  // esbuild has already said what is wrong with a source.
  if (!error.errors) console.error(`Assets: error : ${error.message}`);
  process.exit(1);
}
