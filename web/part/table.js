/* table - rows as a table; on a narrow screen each row is a card.
 *
 * columns: [{key, label, cell, kind, lead, unseen}]
 *   cell(row)  what stands there (default: row[key])
 *   kind       'number' (set flush at the end, digits of one width), 'time',
 *              'words' (may wrap)
 *   lead       the card's heading; the link of the row stands there
 *   unseen     the label is only read out (buttons say what they are)
 * rowKey(row), href(row): a whole row opens its page (the link in the lead
 * cell is what the keyboard and a screen reader meet; arrow keys go from row to
 * row).
 * caption is shown above, name only read out.
 * busy: older rows are still shown while newer ones come.
 * Roles are written out, for cards are no table to a screen reader. */
import { html } from '../lib/view.js';
import { Wide } from './wide.js';

function open(event, address) {
	const inside = event.target.closest('a, button, input, label');

	if (inside === null && String(window.getSelection()) === '')
		window.location.hash = address;
}

const STEPS = { ArrowDown: 'nextElementSibling',
	ArrowUp: 'previousElementSibling' };

function step(event) {
	const beside = STEPS[event.key];

	if (beside === undefined || !event.target.matches('.row-link'))
		return;
	event.preventDefault();
	event.target.closest('tr')[beside]?.querySelector('.row-link')?.focus();
}

function Cell({ column, row, address }) {
	const shown = column.cell === undefined ? row[column.key]
		: column.cell(row);
	const inner = column.lead && address
		? html`<a class="row-link" href=${address}>${shown}</a>` : shown;

	return html`<td role="cell" class=${`${column.kind ?? ''} ${column.lead
		? 'lead' : ''} ${column.unseen ? 'acts' : ''}`} data-label=${column.unseen ? undefined
		: column.label}>${inner}</td>`;
}

function Row({ columns, row, address }) {
	return html`<tr role="row" onClick=${address &&
		((event) => open(event, address))}>
		${columns.map((column) => html`<${Cell} key=${column.key}
			column=${column} row=${row} address=${address} />`)}
	</tr>`;
}

function HeadRow({ columns }) {
	return html`<tr role="row">${columns.map((column) => html`<th scope="col"
		role="columnheader" key=${column.key} class=${column.kind ?? ''}>
		${column.unseen ? html`<span class="unseen">${column.label}</span>`
			: column.label}</th>`)}</tr>`;
}

export function Table({ columns, rows, rowKey, href, caption, name, busy }) {
	return html`<${Wide} class="table-wrap" label=${caption || name}><table
		role="table" class=${`table ${href ? 'opens' : ''}`}
		aria-busy=${busy ? 'true' : 'false'}>
		${(caption || name) && html`<caption
			class=${caption ? '' : 'unseen'}>${caption || name}</caption>`}
		<thead role="rowgroup"><${HeadRow} columns=${columns} /></thead>
		<tbody role="rowgroup" onKeyDown=${step}>${rows.map((row) =>
			html`<${Row} key=${rowKey(row)} columns=${columns} row=${row}
				address=${href ? href(row) : null} />`)}</tbody>
	</table></${Wide}>`;
}
