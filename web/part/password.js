/* password - a new password for somebody else, who gets it from us: typed, or
 * made up here (80 random bits in letters that nobody takes for others), to be
 * read out or written down before it is sent. */
import { html, useState } from '../lib/view.js';
import { t } from '../lib/text.js';
import { Field } from './field.js';

const LEAST = 10;
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'; /* 5 bits each */

function madeUp() {
	const draws = crypto.getRandomValues(new Uint8Array(16));
	const letters = [...draws].map((n) => LETTERS[n & 31]).join('');

	return letters.match(/.{4}/g).join('-');
}

export function NewPassword({ label }) {
	const [word, setWord] = useState('');
	const [shown, setShown] = useState(false);

	return html`<${Field} label=${label} name="password" required
			type=${shown ? 'text' : 'password'} value=${word}
			autocomplete="new-password" minlength=${LEAST} maxlength="200"
			spellcheck="false" onInput=${(e) => setWord(e.target.value)}
			hint=${shown ? t('users.made_up')
				: t('setup.password_hint', { least: LEAST })} />
		<p><button type="button" class="plain small" onClick=${() => {
			setWord(madeUp());
			setShown(true);
		}}>${t('users.make_up')}</button></p>`;
}
