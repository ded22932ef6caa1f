/* users_role - what each role may, as furrowd has it (docs/users.md): beside
 * the list of users, for who gives somebody a role. */
import { html } from '../lib/view.js';
import { t, word } from '../lib/text.js';

const ROLES = ['viewer', 'operator', 'admin'];
const LEAST = [['look', 'viewer'], ['act', 'operator'], ['change', 'operator'],
	['reveal', 'operator'], ['bring', 'admin'], ['ask', 'admin'],
	['house', 'admin']];

function Mark({ yes }) {
	return html`<span aria-hidden="true">${yes ? '✓' : '–'}</span>
		<span class="unseen">${yes ? t('users.yes') : t('users.no')}</span>`;
}

export function Roles() {
	return html`<details class="noprint roles"><summary>${t('roles.title')}
		</summary><table class="card">
		<caption class="unseen">${t('roles.title')}</caption>
		<thead><tr><td />${ROLES.map((role) => html`<th scope="col"
			key=${role}>${word('role', role)}</th>`)}</tr></thead>
		<tbody>${LEAST.map(([what, least]) => html`<tr key=${what}>
			<th scope="row">${word('roles', what)}</th>
			${ROLES.map((role) => html`<td key=${role}><${Mark}
				yes=${ROLES.indexOf(role) >= ROLES.indexOf(least)} />
				</td>`)}</tr>`)}</tbody>
	</table></details>`;
}
