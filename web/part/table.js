/* table - rows as a table; on a narrow screen each row is a card.
 *
 * columns: [{key, label, cell, kind, lead}]
 *   cell(row)  what stands there (default: row[key])
 *   kind       'number' (set flush at the end, digits of one width), 'time',
 *              'words' (may wrap)
 *   lead       the card's heading; the link of the row stands there
 * rowKey(row), href(row): a whole row opens its page (the link in the lead
 * cell is what the keyboard and a screen reader meet).
 * busy: older rows are still shown while newer ones come. */
import { html } from '../lib/view.js';

function open(event, address) {
	const inside = event.target.closest('a, button, input, label');

	if (inside === null && String(window.getSelection()) === '')
		window.location.hash = address;
}

function Cell({ column, row, address }) {
	const shown = column.cell === undefined ? row[column.key]
		: column.cell(row);
	const inner = column.lead && address
		? html`<a class="row-link" href=${address}>${shown}</a>` : shown;

	return html`<td class=${`${column.kind ?? ''} ${column.lead ? 'lead'
		: ''}`} data-label=${column.label}>${inner}</td>`;
}

export function Table({ columns, rows, rowKey, href, caption, busy }) {
	return html`<div class="table-wrap"><table
		class=${`table ${href ? 'opens' : ''}`}
		aria-busy=${busy ? 'true' : 'false'}>
		${caption && html`<caption>${caption}</caption>`}
		<thead><tr>${columns.map((column) => html`<th scope="col"
			key=${column.key} class=${column.kind ?? ''}>
			${column.label}</th>`)}</tr></thead>
		<tbody>${rows.map((row) => {
			const address = href ? href(row) : null;

			return html`<tr key=${rowKey(row)} onClick=${address &&
				((event) => open(event, address))}>
				${columns.map((column) => html`<${Cell}
					key=${column.key} column=${column} row=${row}
					address=${address} />`)}
			</tr>`;
		})}</tbody>
	</table></div>`;
}
