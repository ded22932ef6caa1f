/* me - my account: language, light or dark, password, second factor, where I
 * am signed in. */
import { html, useEffect, useState } from '../lib/view.js';
import { get, post } from '../lib/api.js';
import { useAct, useGet } from '../lib/use.js';
import { useMe } from '../lib/me.js';
import { LANGUAGES, languageNow, t, word } from '../lib/text.js';
import { Badge } from '../part/badge.js';
import { Confirm } from '../part/dialog.js';
import { Field } from '../part/field.js';
import { Head } from '../part/head.js';
import { Loading, problemText } from '../part/state.js';
import { toast } from '../part/toast.js';
import { When } from '../part/when.js';
import { Factor } from './me_factor.js';

const PASSWORD_MIN = 10;
const THEMES = ['system', 'light', 'dark'];

const themeNow = () => localStorage.getItem('furrow.theme') ?? 'system';

function setTheme(name) {
	if (name === 'system') {
		localStorage.removeItem('furrow.theme');
		delete document.documentElement.dataset.theme;
	} else {
		localStorage.setItem('furrow.theme', name);
		document.documentElement.dataset.theme = name;
	}
}

function Looks() {
	const me = useMe();
	const [theme, show] = useState(themeNow());
	const speak = async (language) => {
		localStorage.setItem('furrow.language', language);
		await post('me/language', { language }).catch(() => {});
		me.change(await get('me').catch(() => ({ ...me, language })));
	};

	return html`<section class="card stack">
		<h2>${t('me.looks')}</h2>
		<${Field} label=${t('me.language')}>
			<select value=${languageNow()} onChange=${(event) =>
				speak(event.target.value)}>${Object.entries(LANGUAGES)
				.map(([tag, name]) => html`<option key=${tag} lang=${tag}
					value=${tag}>${name}</option>`)}</select>
		</${Field}>
		<${Field} label=${t('me.theme')}>
			<select value=${theme} onChange=${(event) => {
				setTheme(event.target.value);
				show(event.target.value);
			}}>${THEMES.map((name) => html`<option key=${name}
				value=${name}>${t(`theme.${name}`)}</option>`)}</select>
		</${Field}>
	</section>`;
}

function Password() {
	const act = useAct();
	const change = async (event) => {
		event.preventDefault();
		const form = event.target;
		const given = Object.fromEntries(new FormData(form));
		const done = await act.run(async () => {
			await post('me/password', { old: given.old,
				new: given.new });
			return true;
		});

		if (done) {
			form.reset();
			toast(t('me.password_did'));
		}
	};

	return html`<section class="card"><h2>${t('login.password')}</h2>
		<form onSubmit=${change}>
			<${Field} label=${t('me.password_old')} name="old" required
				type="password" autocomplete="current-password"
				maxlength="200" />
			<${Field} label=${t('me.password_new')} name="new" required
				type="password" autocomplete="new-password"
				minlength=${PASSWORD_MIN} maxlength="200"
				hint=${t('setup.password_hint',
					{ least: PASSWORD_MIN })} />
			${act.problem && html`<p class="bad-text" role="alert">
				${problemText(act.problem)}</p>`}
			<div class="buttons"><button class="button"
				aria-disabled=${act.busy}>${t('me.password_change')}</button>
			</div>
		</form></section>`;
}

const BROWSERS = [[/Edg\//, 'Edge'], [/OPR\/|Opera/, 'Opera'],
	[/UCBrowser/, 'UC Browser'], [/SamsungBrowser/, 'Samsung Internet'],
	[/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari']];
const MACHINES = [[/Android/, 'Android'], [/iPhone|iPad/, 'iOS'],
	[/KAIOS/, 'KaiOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'],
	[/Linux/, 'Linux']];

/* "Firefox, Android"; what is none of these stays as it was sent. */
function browser(agent) {
	const is = (table) => table.find(([sign]) => sign.test(agent))?.[1];
	const words = [is(BROWSERS), is(MACHINES)].filter(Boolean);

	return words.length > 0 ? words.join(', ') : agent;
}

function Sessions() {
	const list = useGet('me/sessions');
	const [end, setEnd] = useState(null);

	return html`<section class="card"><h2>${t('me.sessions')}</h2>
		${!list.data && !list.problem && html`<${Loading} rows=${1} />`}
		${list.problem && html`<p class="muted">
			${problemText(list.problem)}</p>`}
		<ul class="lines">${(list.data?.items ?? []).map((row) => html`
			<li key=${row.id}><div>
				<bdi title=${row.agent}>${browser(row.agent) ||
					t('me.unknown_browser')}</bdi>
				<p class="muted small"><bdi>${row.address}</bdi> ·
					${' '}<${When} time=${row.seen} relative /></p>
			</div>${row.current ? html`<${Badge} look="done">
				${t('me.this_one')}</${Badge}>`
				: html`<button type="button" class="button tiny"
					onClick=${() => setEnd(row)}>${t('me.end')}
				</button>`}</li>`)}</ul>
		<${Confirm} open=${end !== null} close=${() => setEnd(null)}
			title=${t('me.end_title')} text=${t('me.end_text')}
			label=${t('me.end')} run=${async () => {
				await post(`me/sessions/${end.id}/end`);
				list.reload();
			}} />
	</section>`;
}

export default function Account() {
	const me = useMe();
	const act = useAct();
	/* Not answered, the session is still open for whoever comes next. */
	const leave = async () => {
		if (await act.run(() => post('logout')))
			me.change(null);
	};

	useEffect(() => {
		if (act.problem && act.problem.status !== 401)
			toast(t('me.not_left'), 'bad');
	}, [act.problem]);

	return html`
		<${Head} title=${t('page.me')} note=${html`<bdi>${me.name}</bdi> ·
			${' '}${word('role', me.role)}`}>
			<button type="button" class="button" aria-disabled=${act.busy}
				onClick=${leave}>
				${t('me.leave')}</button>
		</${Head}>
		${me.need === 'totp' && html`<p class="notice need">
			${t('me.need_totp')}</p>`}
		<div class="grid wide-grid">
			<${Factor} /><${Password} /><${Looks} /><${Sessions} />
		</div>`;
}
