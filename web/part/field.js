/* field - one labelled input of a form; the hint and the trouble are read out
 * with it. */
import { html } from '../lib/view.js';

export function Field({ label, hint, problem, children, ...input }) {
	const about = `about-${input.name}`;

	return html`<label class="field">
		<span>${label}</span>
		${children ?? html`<input ...${input}
			aria-describedby=${hint || problem ? about : undefined}
			aria-invalid=${problem ? 'true' : undefined} />`}
		${hint && html`<small id=${about} class="muted">${hint}</small>`}
		${problem && html`<small class="bad-text">${problem}</small>`}
	</label>`;
}
