import { on, whenever } from './whenever';

interface Recognition {
  lang: string;
  continuous: boolean;
  onresult: (event: { resultIndex: number; results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }> }) => void;
  onerror: (event: { error: string }) => void;
  onend: () => void;
  start(): void;
  stop(): void;
}

const browser = window as unknown as Record<string, (new () => Recognition) | undefined>;
const Listener = browser.SpeechRecognition || browser.webkitSpeechRecognition;
const running = new WeakMap<HTMLElement, Recognition>();

function listen(button: HTMLButtonElement, area: HTMLTextAreaElement, idle: string | null): void {
  const ears = new Listener!();
  ears.lang = button.dataset.lang || 'zh-CN';
  ears.continuous = true;
  ears.onresult = ({ resultIndex, results }) => {
    for (let i = resultIndex; i < results.length; i++) if (results[i].isFinal) area.value += results[i][0].transcript;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  ears.onerror = ({ error }) => {
    // Many phones name the function without its service; then the recording button is the way.
    if (error !== 'no-speech' && error !== 'aborted') idle = button.dataset.fail || idle;
  };
  ears.onend = () => {
    running.delete(button);
    button.setAttribute('aria-pressed', 'false');
    button.textContent = idle;
  };
  running.set(button, ears);
  button.setAttribute('aria-pressed', 'true');
  button.textContent = button.dataset.stop || idle;
  ears.start();
}

if (Listener) {
  whenever<HTMLElement>('[data-dictate]', button => { button.hidden = false; });
  on<HTMLButtonElement>('click', '[data-dictate]', button => {
    const ears = running.get(button);
    const name = button.dataset.dictate;
    const area = (button.form || document).querySelector<HTMLTextAreaElement>(name ? `textarea[name="${name}"]` : 'textarea');
    if (ears) ears.stop();
    else if (area) listen(button, area, button.textContent);
  });
}
