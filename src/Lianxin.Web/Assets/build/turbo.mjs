// Turbo writes its progress bar's style into the page, which our content policy forbids; app.css has the style instead.
import { readFile } from 'node:fs/promises';

const line = '    this.installStylesheetElement();\n';

export const contained = {
  name: 'turbo-without-style',
  setup(build) {
    build.onLoad({ filter: /@hotwired\/turbo\/dist\/turbo\.es2017-esm\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (source.split(line).length !== 2) throw new Error('Turbo installs its style elsewhere now: see build/turbo.mjs');
      return { contents: source.replace(line, ''), loader: 'js' };
    });
  },
};
