/* head - the top of a page: its title (which gets the focus after a change of
 * page, so that a screen reader says where it is), and its acts. */
import { html, useEffect } from '../lib/view.js';

export function Head({ title, note, children }) {
	/* A name that is only known later is the window's, too. */
	useEffect(() => {
		document.title = `${title} – furrow`;
	}, [title]);
	return html`<header class="page-head">
		<div>
			<h1 tabindex="-1">${title}</h1>
			${note && html`<p class="muted">${note}</p>`}
		</div>
		${children && html`<div class="buttons noprint">${children}</div>`}
	</header>`;
}
