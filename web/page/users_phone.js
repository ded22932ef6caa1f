/* users_phone - whose texts are a user's: what an admin asks by text counts for
 * that user, and digits of the second factor stand for a word sent back
 * (docs/by-text.md).  Only people with the role admin can be chosen. */
import { html } from '../lib/view.js';
import { useGet } from '../lib/use.js';
import { link } from '../lib/route.js';
import { none } from '../lib/format.js';
import { t } from '../lib/text.js';
import { Field } from '../part/field.js';

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

export function TiedField({ person }) {
	const asked = useGet('people', { role: 'admin', limit: 200 });
	const people = asked.data?.items ?? [];

	return html`<${Field} label=${t('users.phone_whose')}
		hint=${asked.data && people.length === 0 ? t('users.phone_nobody')
			: t('users.phone_hint')}>
		<select name="person" key=${people.length}>
			<option value="">${t('users.phone_none')}</option>
			${people.map((row) => html`<option key=${row.id} value=${row.id}
				selected=${row.id === person}>${nameOf(row)} · ${row.phone}
			</option>`)}
		</select></${Field}>`;
}

/* What furrowd is told: a person, or nobody's phone. */
export const tie = ({ person }) => (person === '' ? { phone: '' }
	: { person: Number(person) });
