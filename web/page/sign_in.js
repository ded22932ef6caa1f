/* sign_in - the door: name and password, the code of an authenticator if the
 * user has one, and, on the very first run, the one-time code that furrowd has
 * printed, with which the first admin is made.
 *
 * furrowd answers 401 alike for a name that is not there and for a password
 * that is wrong; with "need": "totp" in it the password was right and a code is
 * asked for. */
import { html, useEffect, useRef, useState } from '../lib/view.js';
import { post } from '../lib/api.js';
import { useAct } from '../lib/use.js';
import { LANGUAGES, languageNow, setLanguage, t } from '../lib/text.js';
import { Field } from '../part/field.js';
import { problemText } from '../part/state.js';
import { toast } from '../part/toast.js';

const PASSWORD_MIN = 10;

function Tongues({ changed }) {
	const choose = async (tag) => {
		await setLanguage(tag);
		localStorage.setItem('furrow.language', tag);
		changed();
	};

	return html`<div class="gate-tongues">${Object.entries(LANGUAGES)
		.map(([tag, name]) => html`<button type="button" class="plain"
			key=${tag} lang=${tag} aria-pressed=${tag === languageNow()}
			onClick=${() => choose(tag)}>${name}</button>`)}</div>`;
}

function Trouble({ problem, door }) {
	if (!problem)
		return null;
	const wrong = problem.status === 401;

	const silent = problem.status === 0;

	return html`<p class="bad-text" role="alert">${wrong
		? t(`${door}.wrong`) : silent ? t('problem.network')
			: problemText(problem)}</p>`;
}

function Enter({ entered, first }) {
	const act = useAct();
	const [code, setCode] = useState(false);
	const [tried, setTried] = useState(false); /* with a code */
	const field = useRef(null);
	const send = async (event) => {
		event.preventDefault();
		const given = Object.fromEntries(new FormData(event.target));
		setTried(Boolean(given.totp));
		const answer = await act.run(() => post('login', given));

		if (!answer)
			return;
		entered(answer);
		if (answer.ended > 0)
			toast(t('login.ended', { count: answer.ended }));
	};

	/* The second factor is asked for once the first was right. */
	useEffect(() => {
		if (act.problem?.more.need === 'totp')
			setCode(true);
	}, [act.problem]);
	useEffect(() => {
		if (code)
			field.current?.querySelector('[name=totp]')?.focus();
	}, [code]);
	return html`<form onSubmit=${send} ref=${field}>
		<${Field} label=${t('login.name')} name="name" required
			autocomplete="username" autocapitalize="none" maxlength="64"
			spellcheck="false" />
		<${Field} label=${t('login.password')} name="password" required
			type="password" autocomplete="current-password"
			maxlength="200" />
		${code && html`<${Field} label=${t('login.totp')} name="totp"
			hint=${t('login.totp_hint')} inputmode="numeric"
			autocomplete="one-time-code" maxlength="12" required />`}
		${(tried || act.problem?.more.need !== 'totp') &&
			html`<${Trouble} problem=${act.problem} door="login" />`}
		<div class="buttons">
			<button class="button main" disabled=${act.busy}>
				${act.busy ? t('state.busy') : t('login.enter')}
			</button>
		</div>
		${!code && html`<p class="gate-more">
			<button type="button" class="plain small"
				onClick=${() => setCode(true)}>
				${t('login.have_code')}</button>
			<button type="button" class="plain small" onClick=${first}>
				${t('setup.first')}</button></p>`}
	</form>`;
}

function Setup({ entered, back }) {
	const act = useAct();
	const send = async (event) => {
		event.preventDefault();
		const given = Object.fromEntries(new FormData(event.target));
		const answer = await act.run(() => post('setup', given));

		if (answer)
			entered(answer);
	};

	return html`<form onSubmit=${send}>
		<p class="muted">${t('setup.text')}</p>
		<${Field} label=${t('setup.code')} name="code" required
			autocomplete="off" spellcheck="false" maxlength="64" />
		<${Field} label=${t('setup.name')} name="name" required
			hint=${t('setup.name_hint')}
			autocomplete="username" autocapitalize="none" maxlength="23"
			spellcheck="false" />
		<${Field} label=${t('setup.password')} name="password" required
			type="password" autocomplete="new-password"
			minlength=${PASSWORD_MIN} maxlength="200"
			hint=${t('setup.password_hint', { least: PASSWORD_MIN })} />
		<${Trouble} problem=${act.problem} door="setup" />
		<div class="buttons">
			<button class="button main" disabled=${act.busy}>
				${act.busy ? t('state.busy') : t('setup.make')}
			</button>
		</div>
		<p class="gate-more"><button type="button" class="plain small"
			onClick=${back}>${t('setup.back')}</button></p>
	</form>`;
}

export default function SignIn({ entered, over }) {
	const [setup, setSetup] = useState(
		window.location.hash.startsWith('#/setup'));
	const [, again] = useState(0);

	useEffect(() => {
		document.title = `${t('login.title')} – furrow`;
		document.querySelector('.gate input')?.focus();
	}, [setup]);
	return html`<main class="gate"><div class="gate-card">
		<h1 class="gate-head"><span class="brand-mark" aria-hidden="true" />
			furrow</h1>
		<div class="card stack">
			${over && !setup && html`<p class="notice" role="status">
				${t('login.over')}</p>`}
			${setup ? html`<${Setup} entered=${entered}
				back=${() => setSetup(false)} />`
				: html`<${Enter} entered=${entered}
					first=${() => setSetup(true)} />`}
		</div>
		<${Tongues} changed=${() => again((n) => n + 1)} />
	</div></main>`;
}
