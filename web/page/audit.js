/* audit - who changed what, newest first; and whether the chain is whole. */
import { html, useState } from '../lib/view.js';
import { address, get, post } from '../lib/api.js';
import { useAct, useList } from '../lib/use.js';
import { dayBegin } from '../lib/time.js';
import { t } from '../lib/text.js';
import { number } from '../lib/format.js';
import { Confirm } from '../part/dialog.js';
import { Field } from '../part/field.js';
import { FilterBar } from '../part/filter.js';
import { Head } from '../part/head.js';
import { Pager } from '../part/pager.js';
import { Rows, problemText } from '../part/state.js';
import { Table } from '../part/table.js';
import { toast } from '../part/toast.js';
import { When } from '../part/when.js';

const newest = async (action) => (await get('audit', { action,
	order: 'newest', limit: 1 })).items[0];

/* The restore that nobody has accepted yet. */
async function restored() {
	const [row, accepted] = [await newest('restore'),
		await newest('audit.accept')];

	return row && (!accepted || accepted.id < row.id) ? row : undefined;
}

/* One that was restored at once after its last head cannot be told, by times
 * alone, from one that was computed anew; that it is written here can. */
const isOlder = ({ fault, row, restore }) => fault === 'rolled-back' ||
	(fault === 'forged' && restore?.id >= row);

/* An older store stands where a newer one was signed.  After a restore that is
 * as it should be, and an admin says so, once; nobody else should. */
function Older({ answer, row, again }) {
	const [open, setOpen] = useState(false);
	const accept = async (given) => {
		await post('audit/accept', given);
		toast(t('audit.accepted'));
		again();
	};

	return html`<div class="notice stack">
		<p><strong>${t('audit.older')}</strong>${' '}
			${t(row ? 'audit.older_restore' : 'audit.older_unknown')}</p>
		${row && html`<p><${When} time=${row.time} /> · <bdi>${row.actor}
			</bdi> · <bdi>${row.what}</bdi></p>`}
		<p class="muted small"><bdi>${answer.text}</bdi></p>
		<div class="buttons"><button type="button" class="button"
			onClick=${() => setOpen(true)}>${t('audit.accept')}</button>
		</div>
		<${Confirm} open=${open} close=${() => setOpen(false)}
			run=${accept} title=${t('audit.accept')}
			text=${t('audit.accept_text')}>
			<${Field} label=${t('audit.reason')} name="reason" required
				maxlength="200" autocomplete="off"
				hint=${t('audit.reason_hint')} />
		</${Confirm}>
	</div>`;
}

const PATIENCE = 10;
const SIGNED_MS = 1000;

/* What was accepted counts when it is signed, in a moment. */
async function verdict(patience) {
	const said = await get('audit/verify');

	if (said.whole || patience <= 1)
		return said;
	await new Promise((done) => setTimeout(done, SIGNED_MS));
	return verdict(patience - 1);
}

/* furrowd goes through the whole chain and names the first bad row. */
function Verify({ reload }) {
	const act = useAct();
	const [answer, setAnswer] = useState(null);
	const older = answer && isOlder(answer);
	const ask = async (patience) => {
		setAnswer(null);
		const got = await act.run(async () => {
			const said = await verdict(patience);

			return said.whole ? said
				: { ...said, restore: await restored() };
		});

		if (got)
			setAnswer(got);
	};

	return html`<div class="stack noprint" role="status">
		<div class="buttons"><button type="button" class="button" aria-disabled=${act.busy}
			onClick=${() => ask(1)}>${act.busy ? t('state.busy')
				: t('audit.verify')}</button>
		${act.problem && html`<span class="bad-text">
			${problemText(act.problem)}</span>`}
		${answer && !older && (answer.whole ? html`<span
				class="good-text">${t('audit.whole',
				{ n: number(answer.rows) })}${answer.set_aside > 0 &&
				` ${t('audit.set_aside', { n: answer.set_aside })}`}
			</span>`
			: html`<span class="bad-text"><strong>
				${t('audit.broken', { id: answer.row ?? '?' })}
				</strong> <bdi>${answer.text}</bdi>
			</span>`)}</div>
		${older && html`<${Older} answer=${answer} row=${answer.restore}
			again=${() => {
			ask(PATIENCE);
			reload();
		}} />`}
	</div>`;
}

export default function Audit({ query }) {
	const asks = { actor: query.actor, action: query.action,
		since: dayBegin(query.since), until: dayBegin(query.until, 1),
		order: 'newest' };
	const list = useList('audit', asks);

	return html`<${Head} title=${t('page.audit')} note=${t('audit.note')}>
			<a class="button" download="audit.csv"
				href=${address('audit.csv', asks)}>CSV</a>
		</${Head}>
		<div class="stack">
		<${Verify} reload=${list.reload} />
		<${FilterBar} query=${query} fields=${[
			{ key: 'actor', label: t('audit.actor'), type: 'search',
				hint: 'admin:amina' },
			{ key: 'action', label: t('audit.action'), type: 'text',
				hint: 'reveal' },
			{ key: 'since', label: t('filter.since'), type: 'date' },
			{ key: 'until', label: t('filter.until'), type: 'date' },
		]} />
		<${Rows} list=${list} empty=${t('audit.none')}>
			<${Table} name=${t('page.audit')}
				rows=${list.rows} rowKey=${(row) => row.id}
				busy=${list.busy} columns=${[
				{ key: 'action', label: t('audit.action'), lead: true,
					cell: (row) => html`<strong>${row.action}</strong>` },
				{ key: 'actor', label: t('audit.actor'), cell: (row) =>
					html`<bdi>${row.actor}</bdi>` },
				{ key: 'what', label: t('audit.what'), kind: 'words',
					cell: (row) => html`<bdi>${row.what}</bdi>` },
				{ key: 'time', label: t('time.time'), kind: 'time',
					cell: (row) => html`<${When} time=${row.time} />` },
				{ key: 'id', label: t('audit.row'), kind: 'number' },
			]} />
			<${Pager} list=${list} />
		</${Rows}></div>`;
}
