import { visit } from '@hotwired/turbo';
import { whenever } from '../shared/whenever';
import { ask } from './ask';

const changed = new Set<HTMLFormElement>();

function unsaved(): HTMLFormElement | undefined {
  changed.forEach(form => form.isConnected || changed.delete(form));
  return Array.from(changed)[0];
}

async function leave(form: HTMLFormElement): Promise<boolean> {
  const yes = await ask(form.dataset.guard || '写好的内容还没有提交，确定离开吗？', form.dataset.guardYes || '离开', form.dataset.guardNo || '继续填写');
  if (yes) changed.clear();
  return yes;
}

document.addEventListener('input', event => {
  const form = event.target instanceof Element && event.target.closest<HTMLFormElement>('form[data-guard]');
  if (form) changed.add(form);
});
// Refused and sent back: what was written is still not with us.
whenever<HTMLFormElement>('form[data-guard]', form => { if (form.querySelector('[aria-invalid=true]')) changed.add(form); });
document.addEventListener('turbo:submit-start', event => changed.delete(event.target as HTMLFormElement));
document.addEventListener('turbo:submit-end', event => {
  const form = event.target as HTMLFormElement;
  if (form.matches('[data-guard]') && !(event as CustomEvent<{ success: boolean }>).detail.success) changed.add(form);
});
addEventListener('submit', event => { if (!event.defaultPrevented) changed.delete(event.target as HTMLFormElement); });
addEventListener('beforeunload', event => { if (unsaved()) event.preventDefault(); });

document.addEventListener('click', event => {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href]');
  if (!link || link.target || link.hasAttribute('download') || link.getAttribute('href')!.startsWith('#')) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const form = unsaved();
  if (!form) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void leave(form).then(yes => yes && link.click());
}, true);

document.addEventListener('turbo:before-visit', event => {
  const form = unsaved();
  if (!form) return;
  event.preventDefault();
  const { url } = (event as CustomEvent<{ url: string }>).detail;
  void leave(form).then(yes => yes && visit(url));
});
