import { attach } from './attached';
import { sendAfter } from './submit';
import { on, whenever } from './whenever';

const longest = 60;
const kinds: [string, string][] = [['audio/webm;codecs=opus', 'webm'], ['audio/ogg;codecs=opus', 'ogg'], ['audio/mp4', 'm4a'], ['audio/webm', 'webm']];
const kind = window.MediaRecorder && navigator.mediaDevices && kinds.find(([type]) => MediaRecorder.isTypeSupported(type));
const running = new WeakMap<HTMLElement, () => void>();

async function record(button: HTMLButtonElement, input: HTMLInputElement, [type, ending]: [string, string]): Promise<void> {
  const idle = button.textContent;
  const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(sound, { mimeType: type, audioBitsPerSecond: 32_000 });
  const parts: Blob[] = [];
  const began = Date.now();
  const tell = () => {
    const seconds = Math.round((Date.now() - began) / 1000);
    button.textContent = (button.dataset.stop || '停止录音（{0} 秒）').replace('{0}', String(seconds));
    if (seconds >= longest) stop();
  };
  const ticking = setInterval(tell, 500);
  const stop = () => { if (recorder.state !== 'inactive') recorder.stop(); };
  recorder.ondataavailable = event => parts.push(event.data);
  const done = new Promise<void>(resolve => {
    recorder.onstop = () => {
      clearInterval(ticking);
      sound.getTracks().forEach(track => track.stop());
      running.delete(button);
      button.setAttribute('aria-pressed', 'false');
      button.textContent = button.dataset.again || idle;
      const plain = type.split(';')[0];
      attach(input, [new File(parts, `${new Date(began).toISOString().slice(0, 19).replace(/\D/g, '')}.${ending}`, { type: plain })]);
      resolve();
    };
  });
  running.set(button, stop);
  button.setAttribute('aria-pressed', 'true');
  recorder.start(1000);
  tell();
  if (input.form) sendAfter(input.form, done, stop);
}

if (kind) {
  whenever<HTMLElement>('[data-record]', button => { button.hidden = false; });
  on<HTMLButtonElement>('click', '[data-record]', button => {
    const stop = running.get(button);
    const input = (button.form || document).querySelector<HTMLInputElement>(`input[type=file][name="${button.dataset.record}"]`);
    if (stop) stop();
    else if (input) record(button, input, kind).catch(() => { button.textContent = button.dataset.fail || button.textContent; });
  });
}
