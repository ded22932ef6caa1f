/* users_phone - whose texts are a user's: what an admin asks by text counts for
 * that user, and digits of the second factor stand for a word sent back
 * (docs/by-text.md).  Only people with the role admin can be chosen. */
import { html } from '../lib/view.js';
import { useGet } from '../lib/use.js';
import { link } from '../lib/route.js';
import { none } from '../lib/format.js';
import { t } from '../lib/text.js';
import { Field } from '../part/field.js';
import { problemText } from '../part/state.js';

const nameOf = (person) => person.name || person.phone;

/* Whoever is tied to a user, by name; there are as many as admins who text. */
export function Tied({ person }) {
	const asked = useGet(person ? 'people' : null, { person });
	const row = asked.data?.items[0];

	if (!person)
		return none;
	return html`<a href=${link('people', person)}><bdi>${row ? nameOf(row)
		: `#${person}`}</bdi></a>`;
}

/* Nothing can be sent before it is known who there is: nobody would be a choice
 * that unties.  Who is beyond the list, or no admin any more, stays one. */
export function TiedField({ person }) {
	const asked = useGet('people', { role: 'admin', limit: 200 });
	const known = Boolean(asked.data);
	const people = asked.data?.items ?? [];
	const beyond = known && person &&
		!people.some((row) => row.id === person);
	const hint = t(known && people.length === 0 ? 'users.phone_nobody'
		: 'users.phone_hint');

	return html`<${Field} label=${t('users.phone_whose')}
		hint=${asked.problem && !known ? problemText(asked.problem) : hint}>
		<select name=${known ? 'person' : undefined} required=${!known}>
			<option value="">${known ? t('users.phone_none')
				: t('state.busy')}</option>
			${beyond && html`<option value=${person} selected>
				#${person}</option>`}
			${people.map((row) => html`<option key=${row.id} value=${row.id}
				selected=${row.id === person}>${nameOf(row)} · ${row.phone}
			</option>`)}
		</select></${Field}>`;
}

/* What furrowd is told: a person, or nobody's phone. */
export const tie = ({ person }) => (person === '' ? { phone: '' }
	: { person: Number(person) });
