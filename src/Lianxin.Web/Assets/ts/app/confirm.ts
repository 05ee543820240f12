import { submit } from '../shared/submit';
import { ask } from './ask';

const agreed = new WeakSet<HTMLFormElement>();

// On the way down to the form, so that a “no” reaches nobody else.
document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement;
  const submitter = (event as SubmitEvent).submitter as HTMLButtonElement | null;
  const says = submitter?.dataset.confirm ? submitter.dataset : form.dataset;
  if (!says.confirm || agreed.delete(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  void ask(says.confirm, says.confirmYes, says.confirmNo).then(yes => {
    if (!yes) return;
    agreed.add(form);
    submit(form, submitter);
  });
}, true);
