/* filter - a list's questions, kept in the address.
 *
 * fields: [{key, label, type, options}]
 *   type     'search', 'text', 'date', 'select', 'check'
 *   options  of a select: [[value, words]]; '' is put before them as "all"
 *   whole    typed words act on Enter only: half a number is another's
 * <FilterBar fields query/>: a select acts at once, typed words when the
 * typing rests or on Enter.  On a narrow screen all but the first field fold
 * away behind a button that says how many are set. */
import { html, useEffect, useRef, useState } from '../lib/view.js';
import { read, setQuery } from '../lib/route.js';
import { t } from '../lib/text.js';

const REST_MS = 500;

/* An empty list says another thing when somebody has narrowed it. */
export const isFiltered = (query) => Object.values(query).some(Boolean);

function Typed({ field, value }) {
	const [text, setText] = useState(value);
	const timer = useRef(null);
	const put = (next) => {
		clearTimeout(timer.current);
		if (next !== value)
			setQuery({ [field.key]: next });
	};

	useEffect(() => setText(value), [value]);
	useEffect(() => () => clearTimeout(timer.current), []);
	return html`<input type=${field.type} value=${text}
		placeholder=${field.hint ?? ''} maxlength="200"
		autocomplete="off" spellcheck="false"
		onInput=${(event) => {
			const next = event.target.value;

			setText(next);
			clearTimeout(timer.current);
			if (!field.whole)
				timer.current = setTimeout(() => put(next.trim()),
					REST_MS);
		}}
		onKeyDown=${(event) => event.key === 'Enter' &&
			put(event.target.value.trim())} />`;
}

function Input({ field, value }) {
	const put = (next) => setQuery({ [field.key]: next });

	if (field.type === 'select')
		return html`<select value=${value}
			onChange=${(event) => put(event.target.value)}>
			${!field.all && html`<option value="">
				${t('filter.all')}</option>`}
			${field.options.map(([key, words]) => html`<option
				key=${key} value=${key}>${words}</option>`)}
		</select>`;
	if (field.type === 'date')
		return html`<input type="date" value=${value}
			onChange=${(event) => put(event.target.value)} />`;
	if (field.type === 'check')
		return html`<input type="checkbox" checked=${value === '1'}
			onChange=${(event) => put(event.target.checked ? '1'
				: '')} />`;
	return html`<${Typed} field=${field} value=${value} />`;
}

function One({ field, query }) {
	return html`<label class=${`field ${field.type}`}>
		<span>${field.label}</span>
		<${Input} field=${field} value=${query[field.key] ?? ''} />
	</label>`;
}

export function FilterBar({ fields, query, children }) {
	const [open, setOpen] = useState(false);
	const asked = read().query; /* `query` may have what a page begins with */
	const used = fields.filter((field) => asked[field.key]);
	const clear = () => setQuery(Object.fromEntries(
		fields.map((field) => [field.key, undefined])));

	return html`<form class=${`filters noprint ${open ? 'open' : ''}`}
		role="search" aria-label=${t('filter.more')}
		onSubmit=${(event) => event.preventDefault()}>
		<${One} field=${fields[0]} query=${query} />
		${fields.length > 1 && html`<button type="button"
			class="button fold" aria-expanded=${open}
			onClick=${() => setOpen(!open)}>${t('filter.more')}
			${used.length > 0 && ` (${used.length})`}</button>`}
		${fields.slice(1).map((field) => html`<${One} key=${field.key}
			field=${field} query=${query} />`)}
		${used.length > 0 && html`<button type="button"
			class="button quiet" onClick=${clear}>
			${t('filter.clear')}</button>`}
		${children}
	</form>`;
}
