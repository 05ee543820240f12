/** Asks yes or no over the page; browsers without dialogs take it for yes. */
export function ask(question: string, yes = '确定', no = '取消'): Promise<boolean> {
  const dialog = document.createElement('dialog');
  if (!dialog.showModal) return Promise.resolve(true);
  dialog.className = 'dialog dialog-ask';
  const text = document.createElement('p');
  text.id = 'ask-text';
  text.textContent = question;
  dialog.setAttribute('aria-labelledby', text.id);
  const button = (label: string, value: string, look: string) =>
    Object.assign(document.createElement('button'), { type: 'button', textContent: label, className: look, onclick: () => dialog.close(value) });
  const buttons = document.createElement('div');
  buttons.className = 'dialog-buttons';
  buttons.append(button(no, '', 'btn'), button(yes, 'yes', 'btn go'));
  dialog.append(text, buttons);
  document.body.append(dialog);
  const before = document.activeElement;
  dialog.showModal();
  return new Promise(answer => dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement) before.focus();
    answer(dialog.returnValue === 'yes');
  }));
}
