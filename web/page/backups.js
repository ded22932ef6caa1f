/* backups - is there a good copy of all this, and how old is it?  To make one
 * now; what was restored is told here, too. */
import { html } from '../lib/view.js';
import { post } from '../lib/api.js';
import { useAct, useGet } from '../lib/use.js';
import { link } from '../lib/route.js';
import { t, word } from '../lib/text.js';
import { none, octets } from '../lib/format.js';
import { ago } from '../lib/time.js';
import { Badge } from '../part/badge.js';
import { Head } from '../part/head.js';
import { Empty, Loading, Trouble, problemText } from '../part/state.js';
import { Table } from '../part/table.js';
import { toast } from '../part/toast.js';
import { When } from '../part/when.js';

const GOOD = ['good', 'ok', 'verified', 'done'];

function Last({ rows, old }) {
	const good = rows.find((row) => GOOD.includes(row.state));

	if (good === undefined)
		return html`<p class="notice bad" role="status">
			${t('backups.never')}</p>`;
	return html`<p class=${`notice ${old ? 'bad' : 'good'}`} role="status">
		${t('backups.last', { time: ago(good.time ?? good.ended) })}</p>`;
}

function Now({ targets, reload }) {
	const act = useAct();
	const run = async (to) => {
		const done = await act.run(() => post(`backups/${
			encodeURIComponent(to)}/run`));

		if (done) {
			toast(t('backups.begun'));
			reload();
		}
	};

	return html`${targets.map((target) => html`<button type="button"
			key=${target.name} class="button" disabled=${act.busy}
			onClick=${() => run(target.name)}>
			${t('backups.now', { to: target.name })}</button>`)}
		${act.problem && html`<span class="bad-text" role="alert">
			${problemText(act.problem)}</span>`}`;
}

export default function Backups() {
	const asked = useGet('backups');

	if (!asked.data)
		return html`<${Head} title=${t('page.backups')} />
			${asked.problem ? (asked.problem.status === 404
				? html`<${Empty} title=${t('backups.off')}
					hint=${t('backups.off_hint')} />`
				: html`<${Trouble} problem=${asked.problem}
					again=${asked.reload} />`) : html`<${Loading} />`}`;
	const rows = asked.data.items ?? [];
	const targets = asked.data.targets ?? [];

	return html`<${Head} title=${t('page.backups')}>
			<${Now} targets=${targets} reload=${asked.reload} />
		</${Head}>
		<div class="stack">
			<${Last} rows=${rows} old=${asked.data.old} />
			${asked.data.held > 0 && html`<p class="notice">
				<a href=${link('queue', '', { state: 'held' })}>
				${t('backups.held', { n: asked.data.held })}</a></p>`}
			${rows.length > 0 && html`<${Table} rows=${rows}
				rowKey=${(row) => row.id ?? row.time} columns=${[
				{ key: 'time', label: t('time.time'), lead: true,
					cell: (row) => html`<${When}
						time=${row.time ?? row.ended} />` },
				{ key: 'state', label: t('filter.state'), cell: (row) =>
					html`<${Badge} look=${GOOD.includes(row.state)
						? 'done' : 'bad'}>
						${word('backup', row.state)}</${Badge}>` },
				{ key: 'file', label: t('import.file'), kind: 'words',
					cell: (row) => html`<bdi>${row.file ?? none}</bdi>` },
				{ key: 'octets', label: t('backups.size'),
					kind: 'number', cell: (row) =>
						(row.octets ? octets(row.octets) : none) },
				{ key: 'why', label: t('links.because'), kind: 'words',
					cell: (row) => html`<bdi>${row.why}</bdi>` },
			]} />`}
		</div>`;
}
