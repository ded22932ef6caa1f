/* timeline - what happened, one after the other.
 *
 * items: [{time, title, text, by, look, href}], oldest first. */
import { html } from '../lib/view.js';
import { When } from './when.js';

export function Timeline({ items }) {
	return html`<ol class="timeline">${items.map((item, i) => html`
		<li key=${i} class=${item.look ?? 'off'}>
			<div class="timeline-head">
				<strong>${item.title}</strong>
				<${When} time=${item.time} />
			</div>
			${item.text && html`<p><bdi>${item.text}</bdi></p>`}
			${(item.by || item.href) && html`<p class="muted small">
				${item.by && html`<bdi>${item.by}</bdi>`}
				${item.href && html` <a href=${item.href}>
					${item.hrefText}</a>`}</p>`}
		</li>`)}</ol>`;
}
