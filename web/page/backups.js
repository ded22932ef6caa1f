/* backups - is there a good copy of all this, and how old is it?  One row for
 * each place that backups go to; to make one now.  What a restore left behind
 * is told here, too. */
import { html } from '../lib/view.js';
import { post } from '../lib/api.js';
import { useAct, useGet } from '../lib/use.js';
import { useFresh } from '../lib/live.js';
import { link } from '../lib/route.js';
import { t } from '../lib/text.js';
import { none, number, octets } from '../lib/format.js';
import { ago } from '../lib/time.js';
import { Badge } from '../part/badge.js';
import { Facts } from '../part/facts.js';
import { Head } from '../part/head.js';
import { Empty, Loading, Trouble, problemText } from '../part/state.js';
import { toast } from '../part/toast.js';
import { When } from '../part/when.js';

const OLD_MS = 2 * 86400000; /* as furrowd's alarm has it */

const isOld = (time) => !time || Date.now() - new Date(time).getTime() > OLD_MS;

function lookOf(row) {
	if (row.running)
		return ['open', t('backups.running')];
	if (row.why)
		return ['bad', t('backups.failed')];
	if (!row.good)
		return ['bad', t('backups.none')];
	return isOld(row.good) ? ['bad', t('backups.old')]
		: ['done', t('backups.good')];
}

function Place({ row, reload }) {
	const act = useAct();
	const [look, words] = lookOf(row);
	const run = async () => {
		const done = await act.run(() => post(`backups/${
			encodeURIComponent(row.name)}/run`));

		if (done) {
			toast(t('backups.begun'));
			reload();
		}
	};

	return html`<section class="card link-card">
		<div class="card-head"><h2><bdi>${row.name}</bdi></h2>
			<${Badge} look=${look}>${words}</${Badge}></div>
		<p>${row.good ? t('backups.last', { time: ago(row.good) })
			: t('backups.never')}</p>
		${row.why && html`<p class="bad-text"><bdi>${row.why}</bdi></p>`}
		<${Facts} pairs=${[
			[t('backups.folder'), html`<bdi>${row.folder}</bdi>`],
			[t('backups.size'), row.octets > 0 ? octets(row.octets) : none],
			[t('backups.next'), row.next &&
				html`<${When} time=${row.next} />`],
			[t('backups.keep'), number(row.keep)],
		]} />
		<div class="buttons">
			<button type="button" class="button"
				aria-disabled=${act.busy} disabled=${row.running}
				onClick=${run}>
				${t('backups.now')}</button></div>
		${act.problem && html`<p class="bad-text" role="alert">
			${problemText(act.problem)}</p>`}
	</section>`;
}

/* After a restore: what was about to be sent waits for a person. */
function Restored() {
	const { data } = useGet('status');

	if (!data?.restored?.open)
		return null;
	return html`<p class="notice"><a href=${link('queue', 'held')}>
		${t('backups.held', { n: number(data.restored.held) })}</a></p>`;
}

export default function Backups() {
	const asked = useGet('backups');

	/* One that was begun ends in its own time. */
	useFresh(['alarm', 'status'], asked.reload);
	if (!asked.data)
		return html`<${Head} title=${t('page.backups')} />
			${asked.problem ? html`<${Trouble} problem=${asked.problem}
				again=${asked.reload} />` : html`<${Loading} />`}`;
	return html`<${Head} title=${t('page.backups')} />
		<div class="stack">
			<${Restored} />
			${asked.data.items.length === 0 && html`<${Empty}
				title=${t('backups.off')} hint=${t('backups.off_hint')} />`}
			<div class="grid">${asked.data.items.map((row) => html`<${Place}
				key=${row.name} row=${row} reload=${asked.reload} />`)}
			</div>
		</div>`;
}
