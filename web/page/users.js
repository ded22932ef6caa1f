/* users - who may use this console and the API: people with a password, and
 * tokens for programs.  A token is shown once, when it is made; furrowd keeps
 * only what is needed to know it again. */
import { html, useState } from '../lib/view.js';
import { post } from '../lib/api.js';
import { useList } from '../lib/use.js';
import { useMe } from '../lib/me.js';
import { link } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { Badge } from '../part/badge.js';
import { Confirm, Dialog } from '../part/dialog.js';
import { Field } from '../part/field.js';
import { Head } from '../part/head.js';
import { NewPassword } from '../part/password.js';
import { Rows } from '../part/state.js';
import { Table } from '../part/table.js';
import { toast } from '../part/toast.js';
import { When } from '../part/when.js';
import { Tied, TiedField, tie } from './users_phone.js';
import { Roles } from './users_role.js';

const ROLES = ['viewer', 'operator', 'admin'];
const LOOKS = { viewer: 'off', operator: 'open', admin: 'good' };

function Role({ role }) {
	return html`<${Badge} look=${LOOKS[role] ?? 'off'}>
		${word('role', role)}</${Badge}>`;
}

function RoleField({ value }) {
	return html`<${Field} label=${t('users.role')}
		hint=${t('users.role_hint')}>
		<select name="role">
		${ROLES.map((role) => html`<option key=${role} value=${role}
			selected=${role === value}>${word('role', role)}</option>`)}</select></${Field}>`;
}

/* What can be done to a user: fields(row) of the question and the body made of
 * them, whether it is a danger, a word to be typed first. */
const ACTS = {
	role: { fields: (row) => html`<${RoleField} value=${row.role} />`,
		when: (row) => !row.disabled },
	password: { fields: () => html`<${NewPassword}
		label=${t('setup.password')} />`, when: (row) => !row.disabled },
	phone: { fields: (row) => html`<${TiedField} person=${row.person} />`,
		body: tie, when: (row) => !row.disabled &&
			(row.role === 'admin' || row.person !== null) },
	'totp-off': { when: (row) => row.totp },
	logout: { when: (row) => !row.disabled },
	disable: { when: (row) => !row.disabled, danger: true },
	enable: { when: (row) => row.disabled },
	remove: { when: (row) => row.disabled, danger: true,
		typed: (row) => row.name },
};

function UserActs({ row, reload }) {
	const me = useMe();
	const [what, setWhat] = useState('');
	const act = ACTS[what];
	const run = async (given) => {
		await post(`users/${encodeURIComponent(row.name)}/${what}`,
			act.body?.(given) ?? given);
		toast(t('users.done'));
		reload();
	};

	return html`<details class="row-acts"><summary class="small">
			${t('users.change')}</summary>
		<div class="buttons">${Object.keys(ACTS).filter((name) =>
			ACTS[name].when(row) && !(row.name === me.name &&
				['role', 'disable'].includes(name)))
			.map((name) => html`<button type="button" key=${name}
				class=${`button tiny ${ACTS[name].danger ? 'danger' : ''}`}
				onClick=${() => setWhat(name)}>${word('users', name)}
			</button>`)}</div>
		<${Confirm} open=${what !== ''} close=${() => setWhat('')} run=${run}
			title=${`${word('users', what)}: ${row.name}`}
			label=${word('users', what)} danger=${act?.danger}
			typed=${act?.typed?.(row)}
			text=${word('users.why', what)}>
			${act?.fields?.(row)}</${Confirm}>
	</details>`;
}

function Add({ open, close, done }) {
	const run = async (given) => {
		await post('users', given);
		toast(t('users.done'));
		done();
	};

	return html`<${Confirm} title=${t('users.add')} open=${open}
		close=${close} run=${run} label=${t('users.add')}>
		<${Field} label=${t('login.name')} name="name" required
			maxlength="23" autocomplete="off" autocapitalize="none"
			spellcheck="false" />
		<${RoleField} />
		<${NewPassword} label=${t('users.first_password')} />
	</${Confirm}>`;
}

function People({ tabs }) {
	const me = useMe();
	const list = useList('users');
	const [adding, setAdding] = useState(false);

	return html`<${Head} title=${t('page.users')}>
			<button type="button" class="button main"
				onClick=${() => setAdding(true)}>${t('users.add')}</button>
		</${Head}>
		${tabs}
		<${Rows} list=${list} empty=${t('users.none')}>
			<${Table} name=${t('page.users')}
				rows=${list.rows} rowKey=${(row) => row.name} columns=${[
				{ key: 'name', label: t('login.name'), lead: true,
					cell: (row) => html`<strong><bdi>${row.name}</bdi>
						</strong> ${row.name === me.name && html`<span
						class="muted small">${t('users.you')}</span>`}` },
				{ key: 'role', label: t('users.role'), cell: (row) =>
					html`<${Role} role=${row.role} />` },
				{ key: 'state', label: t('filter.state'), cell: (row) =>
					(row.disabled ? html`<${Badge} look="bad">
						${t('users.disabled')}</${Badge}>`
						: html`<${Badge} look="done">
						${t('users.active')}</${Badge}>`) },
				{ key: 'totp', label: t('users.totp'), cell: (row) =>
					html`<${Badge} look=${row.totp ? 'done' : 'off'}>
						${row.totp ? t('factor.on') : t('factor.off')}
					</${Badge}>` },
				{ key: 'person', label: t('users.phone_column'),
					cell: (row) => html`<${Tied} person=${row.person} />` },
				{ key: 'seen', label: t('users.seen'), kind: 'time',
					cell: (row) => html`<${When} time=${row.login} />` },
				{ key: 'acts', unseen: true,
					label: t('list.acts'), cell: (row) =>
					html`<${UserActs} row=${row} reload=${list.reload} />` },
			]} />
		</${Rows}>
		<${Roles} />
		<${Add} open=${adding} close=${() => setAdding(false)}
			done=${list.reload} />`;
}

/* The new token's words; they are nowhere else. */
function Shown({ token, close }) {
	const copy = async () => {
		await navigator.clipboard.writeText(token);
		toast(t('tokens.copied'));
	};

	return html`<${Dialog} title=${t('tokens.made')} open=${token !== null}
		close=${close} firm>
		<div class="stack">
			<p class="notice">${t('tokens.once')}</p>
			<pre>${token}</pre>
			<div class="buttons end">
				${navigator.clipboard && html`<button type="button"
					class="button main" onClick=${copy}>
					${t('tokens.copy')}</button>`}
				<button type="button" class="button" onClick=${close}>
					${t('act.close')}</button>
			</div>
		</div>
	</${Dialog}>`;
}

function NewToken({ open, close, made }) {
	const run = async (given) => {
		const body = { name: given.name, role: given.role,
			scope: given.scope };

		if (given.days !== '')
			body.days = Number(given.days);
		const answer = await post('tokens', body);

		made(answer.token);
	};

	return html`<${Confirm} title=${t('tokens.add')} open=${open}
		close=${close} run=${run} label=${t('tokens.add')}>
		<${Field} label=${t('tokens.name')} name="name" required
			maxlength="23" autocomplete="off" hint=${t('tokens.name_hint')} />
		<${RoleField} />
		<${Field} label=${t('tokens.scope')} name="scope" maxlength="200"
			autocomplete="off" spellcheck="false"
			hint=${t('tokens.scope_hint')} />
		<${Field} label=${t('tokens.days')} name="days" type="number" min="1"
			max="3650" defaultValue="365" hint=${t('tokens.days_hint')} />
	</${Confirm}>`;
}

function Revoke({ row, close, done }) {
	const run = async () => {
		await post(`tokens/${row.id}/revoke`);
		toast(t('users.done'));
		done();
	};

	return html`<${Confirm} open=${row !== null} close=${close} run=${run}
		title=${`${t('tokens.revoke')}: ${row?.name ?? ''}`}
		label=${t('tokens.revoke')} text=${t('tokens.revoke_why')} danger />`;
}

function Tokens({ tabs }) {
	const list = useList('tokens');
	const [adding, setAdding] = useState(false);
	const [token, setToken] = useState(null);
	const [ending, setEnding] = useState(null);

	return html`<${Head} title=${t('tokens.title')} note=${t('tokens.note')}>
			<button type="button" class="button main"
				onClick=${() => setAdding(true)}>${t('tokens.add')}</button>
		</${Head}>
		${tabs}
		<${Rows} list=${list} empty=${t('tokens.none')}>
			<${Table} name=${t('tokens.title')}
				rows=${list.rows} rowKey=${(row) => row.id} columns=${[
				{ key: 'name', label: t('tokens.name'), lead: true,
					cell: (row) => html`<strong><bdi>${row.name}</bdi>
						</strong> ${row.tail && html`<code
						class="muted">…${row.tail}</code>`}` },
				{ key: 'role', label: t('users.role'), cell: (row) =>
					html`<${Role} role=${row.role} />` },
				{ key: 'scope', label: t('tokens.scope'), kind: 'words',
					cell: (row) => row.scope },
				{ key: 'expires', label: t('tokens.expires'), kind: 'time',
					cell: (row) => html`<${When} time=${row.expires} />` },
				{ key: 'used', label: t('tokens.used'), kind: 'time',
					cell: (row) => html`<${When} time=${row.used} />` },
				{ key: 'acts', unseen: true,
					label: t('list.acts'), cell: (row) => (row.revoked
					? html`<${Badge} look="off">${t('tokens.revoked')}
						</${Badge}>`
					: html`<button type="button" class="button tiny danger"
						onClick=${() => setEnding(row)}>
						${t('tokens.revoke')}</button>`) },
			]} />
		</${Rows}>
		<${NewToken} open=${adding} close=${() => setAdding(false)}
			made=${(words) => {
				setToken(words);
				list.reload();
			}} />
		<${Shown} token=${token} close=${() => setToken(null)} />
		<${Revoke} row=${ending} close=${() => setEnding(null)}
			done=${list.reload} />`;
}

export default function Users({ id }) {
	const tabs = html`<nav class="tabs" aria-label=${t('page.users')}>
		<a href=${link('users')} aria-current=${id === '' ? 'page'
			: undefined}>${t('page.users')}</a>
		<a href=${link('users', 'tokens')} aria-current=${id === 'tokens'
			? 'page' : undefined}>${t('tokens.title')}</a>
	</nav>`;

	return id === 'tokens' ? html`<${Tokens} tabs=${tabs} />`
		: html`<${People} tabs=${tabs} />`;
}
