/* me_factor - the second factor: six figures from an app, new every 30 s.
 *
 * Turning it on: password -> a secret to put into the app -> a first code,
 * which proves that it works -> recovery codes, shown once. */
import { html, useState } from '../lib/view.js';
import { get, post } from '../lib/api.js';
import { useAct } from '../lib/use.js';
import { useMe } from '../lib/me.js';
import { t } from '../lib/text.js';
import { Badge } from '../part/badge.js';
import { Confirm } from '../part/dialog.js';
import { Field } from '../part/field.js';
import { Qr } from '../part/qr.js';
import { problemText } from '../part/state.js';

const spaced = (secret) => secret.replace(/(.{4})/g, '$1 ').trim();

function PasswordField() {
	return html`<${Field} label=${t('login.password')} name="password"
		type="password" autocomplete="current-password" required
		maxlength="200" />`;
}

function Enrol({ secret, done }) {
	const act = useAct();
	const confirm = async (event) => {
		event.preventDefault();
		const totp = new FormData(event.target).get('totp');
		const answer = await act.run(() => post('me/totp/confirm',
			{ totp: totp.replace(/\s/g, '') }));

		if (answer)
			done(answer.recovery ?? []);
	};

	return html`<form onSubmit=${confirm} class="stack">
		<p>${t('factor.put')}</p>
		<${Qr} text=${secret.uri} label=${t('factor.qr')} />
		<pre dir="ltr" class="secret">${spaced(secret.secret)}</pre>
		<p><a href=${secret.uri}>${t('factor.open')}</a></p>
		<${Field} label=${t('login.totp')} name="totp" required
			inputmode="numeric" autocomplete="one-time-code"
			maxlength="7" />
		${act.problem && html`<p class="bad-text" role="alert">
			${problemText(act.problem)}</p>`}
		<div class="buttons"><button class="button main"
			aria-disabled=${act.busy}>${t('factor.confirm')}</button></div>
	</form>`;
}

function Recovery({ codes, done }) {
	return html`<div class="stack">
		<p class="notice">${t('factor.recovery')}</p>
		<pre dir="ltr">${codes.join('\n')}</pre>
		<div class="buttons noprint">
			<button type="button" class="button"
				onClick=${() => window.print()}>${t('act.print')}</button>
			<button type="button" class="button main" onClick=${done}>
				${t('factor.kept')}</button>
		</div>
	</div>`;
}

export function Factor() {
	const me = useMe();
	const [ask, setAsk] = useState('');
	const [secret, setSecret] = useState(null);
	const [codes, setCodes] = useState(null);
	const fresh = async () => me.change(await get('me'));

	return html`<section class="card stack">
		<div class="card-head"><h2>${t('factor.title')}</h2>
			<${Badge} look=${me.totp ? 'done' : 'off'}>
				${me.totp ? t('factor.on') : t('factor.off')}</${Badge}>
		</div>
		${codes !== null && html`<${Recovery} codes=${codes}
			done=${() => {
				setCodes(null);
				fresh();
			}} />`}
		${secret !== null && codes === null && html`<${Enrol}
			secret=${secret} done=${(list) => {
				setSecret(null);
				setCodes(list);
			}} />`}
		${secret === null && codes === null && html`
			<p class="muted">${t('factor.text')}</p>
			<div class="buttons"><button type="button" class="button"
				onClick=${() => setAsk(me.totp ? 'off' : 'on')}>
				${me.totp ? t('factor.turn_off') : t('factor.turn_on')}
			</button></div>`}
		<${Confirm} open=${ask === 'on'} close=${() => setAsk('')}
			title=${t('factor.turn_on')} text=${t('factor.password')}
			run=${async ({ password }) => setSecret(
				await post('me/totp/start', { password }))}>
			<${PasswordField} />
		</${Confirm}>
		<${Confirm} open=${ask === 'off'} close=${() => setAsk('')}
			title=${t('factor.turn_off')} text=${t('factor.off_text')}
			danger run=${async ({ password }) => {
				await post('me/totp/off', { password });
				await fresh();
			}}>
			<${PasswordField} />
		</${Confirm}>
	</section>`;
}
