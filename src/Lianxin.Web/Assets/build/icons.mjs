// One svg file with a <symbol> for every icon named in icons.txt or by a pack. The stroke's width stays with the page.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

function names(here) {
  const found = new Map();
  readFileSync(join(here, 'icons.txt'), 'utf8').split('\n').map(line => line.trim()).filter(Boolean).forEach(name => found.set(name, 'icons.txt'));
  const packs = join(here, '../../../packs');
  for (const pack of existsSync(packs) ? readdirSync(packs) : []) {
    const file = join(packs, pack, 'categories.yaml');
    if (!existsSync(file)) continue;
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/^[^#\n]*\bicon:\s*["']?([\w-]+)/gm)) found.set(name, `packs/${pack}/categories.yaml`);
  }

  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

export function sprite(here) {
  const missing = [];
  const symbols = names(here).map(([name, source]) => {
    const file = join(here, `node_modules/@tabler/icons/icons/outline/${name}.svg`);
    if (!existsSync(file)) return missing.push(`${name} (${source})`);
    const shapes = readFileSync(file, 'utf8').replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$|<path stroke="none" d="M0 0h24v24H0z"[^>]*>/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${shapes.replace(/\s*\n\s*/g, '')}</symbol>`;
  });
  if (missing.length) throw new Error(`no such icon: ${missing.join(', ')}`);
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}
