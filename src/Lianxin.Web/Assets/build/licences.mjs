// The licence texts of the packages inside the bundles: their authors ask that the text travels along.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function licences(here, built) {
  const packages = new Set(['@tabler/icons']);
  for (const input of built.flatMap(one => Object.keys(one.metafile.inputs))) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input);
    if (name) packages.add(name[1]);
  }

  return [...packages].sort().map(name => {
    const texts = ['LICENSE', 'LICENSE.txt', 'LICENSE.md', 'MIT-LICENSE', 'NOTICE']
      .map(file => join(here, 'node_modules', name, file)).filter(existsSync).map(file => readFileSync(file, 'utf8').trim());
    const { license, author } = JSON.parse(readFileSync(join(here, 'node_modules', name, 'package.json'), 'utf8'));
    return [`== ${name}`, ...(texts.length ? texts : [`${license}, ${author?.name ?? author}`])].join('\n\n');
  }).join('\n\n\n') + '\n';
}
