// Measures a played demo on this machine: node bench/measure.mjs DATA [PROGRAM]
//   DATA     data folder of a demo that has been played; it is copied, not changed
//   PROGRAM  lianxin.dll, or a published lianxin; the Release build of ./run when left out
// Prints Markdown rows. Times are taken at the client over loopback, so they contain the server's time and the transfer.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [data, program = 'src/Lianxin.Web/bin/Release/net10.0/lianxin.dll'] = process.argv.slice(2);
const port = 5097;
const village = '990101100200';
const folder = mkdtempSync(join(tmpdir(), 'lianxin-bench-'));
cpSync(data, folder, { recursive: true });
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

function ask(path, { method = 'GET', body, cookie = '', encoding = '', from } = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const headers = { cookie, 'accept-encoding': encoding };
    if (body !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
    const sent = request({ host: '127.0.0.1', port, path, method, headers, localAddress: from, agent: from ? undefined : agent }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts), time: performance.now() - started }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const median = times => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const p95 = times => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)];
const row = (what, figure) => console.log(`| ${what} | ${figure} |`);

async function start() {
  const [command, args] = program.endsWith('.dll') ? ['dotnet', [program]] : [program, []];
  const began = performance.now();
  const child = spawn(command, [...args, '--data', folder, '--urls', `http://127.0.0.1:${port}`], { stdio: 'ignore' });
  for (;;) {
    try {
      if ((await ask('/health/ready')).status === 200) break;
    } catch {
      // Not listening yet.
    }
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    await new Promise(then => setTimeout(then, 10));
  }
  return { child, ready: performance.now() - began };
}

async function stop({ child }) {
  const ended = new Promise(then => child.once('exit', then));
  child.kill('SIGTERM');
  await ended;
}

async function signIn(login) {
  const page = await ask('/sign-in');
  const token = /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(page.bytes.toString())?.[1] ?? '';
  const cookies = jar => (jar ?? []).map(c => c.split(';')[0]);
  const before = cookies(page.headers['set-cookie']);
  const answer = await ask('/sign-in', { method: 'POST', cookie: before.join('; '), body: new URLSearchParams({ login, password: 'Lianxin-2026', __RequestVerificationToken: token }).toString() });
  if (answer.status !== 303) throw new Error(`${login} could not sign in: ${answer.status}`);
  return [...before, ...cookies(answer.headers['set-cookie'])].join('; ');
}

async function pages(title, cookie, paths) {
  for (const path of paths) {
    for (let i = 0; i < 10; i++) await ask(path, { cookie });
    const times = [];
    for (let i = 0; i < 60; i++) {
      const answer = await ask(path, { cookie });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      times.push(answer.time);
    }
    row(`${title} \`${path}\``, `${median(times).toFixed(1)} ms, 95 %: ${p95(times).toFixed(1)} ms`);
  }
}

async function weigh(path) {
  const seen = new Set();
  let total = 0;
  const take = async at => {
    if (seen.has(at)) return '';
    seen.add(at);
    const answer = await ask(at, { encoding: 'br, gzip' });
    const head = Object.entries(answer.headers).reduce((n, [k, v]) => n + k.length + String(v).length + 4, 20);
    total += answer.bytes.length + head;
    return answer;
  };
  await take(path);
  const html = (await ask(path)).bytes.toString();
  for (const [, at] of html.matchAll(/<(?:link[^>]*rel="(?:stylesheet|icon)"[^>]*href|link[^>]*href|script[^>]*src|img[^>]*src|use[^>]*href)="(\/[^"#]+)/g)) await take(at);
  row(`bytes over the wire of \`${path}\` with its ${seen.size - 1} files, compressed`, `${(total / 1024).toFixed(1)} KB`);
}

const starts = [];
for (let i = 0; i < 5; i++) {
  const run = await start();
  starts.push(run.ready);
  await stop(run);
}
row('start of the process to ready, existing database, median of 5', `${(median(starts) / 1000).toFixed(2)} s`);

const house = await start();
try {
  await new Promise(then => setTimeout(then, 20_000));
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${house.child.pid}/status`, 'utf8'))[1]) / 1024;
  row('resident memory idle, 20 s after the start', `${memory().toFixed(0)} MB`);
  await pages('public', '', [`/v/${village}`, `/v/${village}/report`, `/v/${village}/who`, '/t', '/tools/deadline?start=2026-02-14T16:30&amount=4&unit=work-hour']);
  await weigh(`/v/${village}/report`);
  await weigh(`/v/${village}`);

  const times = [];
  for (let i = 0; i < 60; i++) {
    const body = new URLSearchParams({ step: 'send', words: `村口路灯不亮 ${i}`, category: 'street-lamp', cid: `bench-${Date.now()}-${i}` }).toString();
    const answer = await ask(`/v/${village}/report`, { method: 'POST', body, from: `127.0.1.${1 + i}` });
    if (answer.status !== 200) throw new Error(`report: ${answer.status}`);
    if (i >= 10) times.push(answer.time);
  }
  row('a report accepted and its receipt shown, durable', `${median(times).toFixed(1)} ms, 95 %: ${p95(times).toFixed(1)} ms`);

  const dispatcher = await signIn('xuwenjing');
  const list = (await ask('/desk', { cookie: dispatcher })).bytes.toString();
  const number = /\/desk\/(\d{4}-\d{4}-\d+)/.exec(list)[1];
  await pages('desk', dispatcher, ['/desk', '/desk?tab=Late', '/desk?tab=Closed', `/desk/${number}`, `/desk/${number}/dispatch`, `/desk/${number}/why`, '/inbox']);
  await pages('search', dispatcher, ['路灯', '石桥村', '水塔', number, '漏雨 老人'].map(q => `/desk?q=${encodeURIComponent(q)}`));
  await pages('phone desk', await signIn('songmeiling'), ['/desk/call']);
  await pages('village', await signIn('shichanggeng'), ['/desk']);
  await pages('worker', await signIn('tianxiaoju'), ['/work', '/work/report', '/work/cases']);
  await pages('administration', await signIn('qinguoliang'), ['/admin', '/admin/units', '/admin/people', '/admin/categories', '/admin/calendar']);
  row('resident memory after all this', `${memory().toFixed(0)} MB`);
} finally {
  await stop(house);
  rmSync(folder, { recursive: true });
}
