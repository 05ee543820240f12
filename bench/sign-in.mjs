// Whether the time of an answer tells what is behind a refused sign-in: node bench/sign-in.mjs DATA [PROGRAM]
//   DATA     data folder of a demo that has been played; it is copied, not changed
//   PROGRAM  lianxin.dll, or a published lianxin; the Release build of ./run when left out
// Prints Markdown rows: 200 tries of each kind in turn, median, and the greatest difference between two medians.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [data, program = 'src/Lianxin.Web/bin/Release/net10.0/lianxin.dll'] = process.argv.slice(2);
const port = 5098;
const tries = 200;
const accounts = ['xuwenjing', 'songmeiling', 'fangjianguo', 'luzhengming', 'tanghui', 'hedayong', 'cuipeng', 'yutingting', 'shichanggeng', 'qiaoshuzhen'];
const folder = mkdtempSync(join(tmpdir(), 'lianxin-bench-'));
cpSync(data, folder, { recursive: true });

function ask(path, { method = 'GET', body, cookie = '', from = '127.0.0.1' } = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) };
    const sent = request({ host: '127.0.0.1', port, path, method, headers, localAddress: from }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString(), time: performance.now() - started }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const [command, args] = program.endsWith('.dll') ? ['dotnet', [program]] : [program, []];
const child = spawn(command, [...args, '--data', folder, '--urls', `http://127.0.0.1:${port}`], { stdio: 'ignore' });
for (;;) {
  const ready = await ask('/health/ready').then(a => a.status === 200, () => false);
  if (ready) break;
  if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
  await new Promise(then => setTimeout(then, 50));
}

const page = await ask('/sign-in');
const cookie = (page.headers['set-cookie'] ?? []).map(c => c.split(';')[0]).join('; ');
const token = /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(page.text)?.[1] ?? '';
const knock = async (login, from) => {
  const answer = await ask('/sign-in', { method: 'POST', cookie, from, body: new URLSearchParams({ login, password: 'not the password', __RequestVerificationToken: token }).toString() });
  if (answer.status !== 422) throw new Error(`${login}: ${answer.status}`);
  return answer.time;
};

// Every try of a known account comes from a network of its own; the closed door has had its five from one.
const kinds = {
  'no such account': i => knock(`nobody${i}`, `127.1.${i}.1`),
  'wrong password': i => knock(accounts[i % accounts.length], `127.2.${i}.1`),
  'closed for half an hour': () => knock('taohongxia', '127.3.1.1'),
};
for (let i = 0; i < 5; i++) await knock('taohongxia', '127.3.1.1');
for (let i = 200; i < 220; i++) await knock(`nobody${i}`, `127.1.${i}.1`);
const times = Object.fromEntries(Object.keys(kinds).map(kind => [kind, []]));
for (let i = 0; i < tries; i++) for (const kind of Object.keys(kinds)) times[kind].push(await kinds[kind](i));
const median = all => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
const medians = Object.entries(times).map(([kind, all]) => [kind, median(all)]);
for (const [kind, time] of medians) console.log(`| sign-in refused: ${kind} | ${time.toFixed(1)} ms |`);
console.log(`| greatest difference | ${(Math.max(...medians.map(m => m[1])) - Math.min(...medians.map(m => m[1]))).toFixed(1)} ms |`);
const ended = new Promise(then => child.once('exit', then));
child.kill('SIGTERM');
await ended;
rmSync(folder, { recursive: true });
