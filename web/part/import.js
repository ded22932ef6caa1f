/* import - a table that somebody brings (CSV): choose a file, see what came of
 * it, line by line.  furrowd takes the good rows and says of each bad one
 * which line it is and why; nothing is half imported. */
import { html, useEffect, useState } from '../lib/view.js';
import { post, upload } from '../lib/api.js';
import { useAct } from '../lib/use.js';
import { t } from '../lib/text.js';
import { number } from '../lib/format.js';
import { Dialog, Proof, asksPassword } from './dialog.js';
import { problemText } from './state.js';

const OCTETS_MAX = 8 * 1024 * 1024;

function Outcome({ answer }) {
	return html`<div class="stack" role="status">
		<p class=${`notice ${answer.imported > 0 ? 'good' : 'bad'}`}>
			${t('import.good', { n: number(answer.imported) })}</p>
		${answer.bad_count > 0 && html`<div class="notice bad">
			<strong>${t('import.bad', { n: number(answer.bad_count) })}
			</strong>
			<ul>${answer.bad.map((row) => html`<li key=${row.line}>
				${t('import.line', { line: row.line })}
				${' '}<bdi>${row.reason}</bdi></li>`)}</ul></div>`}
		${answer.ignored?.length > 0 && html`<p class="muted">
			${t('import.ignored', { names: answer.ignored.join(', ') })}
		</p>`}
	</div>`;
}

export function Import({ what, columns, open, close, done }) {
	const act = useAct();
	const [answer, setAnswer] = useState(null);
	const [large, setLarge] = useState(false);
	const [asking, setAsking] = useState(false); /* for the password */

	useEffect(() => {
		if (asksPassword(act))
			setAsking(true);
	}, [act.problem]);
	const send = async (event) => {
		event.preventDefault();
		const { file: { files: [file] }, proof } = event.target.elements;

		setAnswer(null);
		setLarge(file.size > OCTETS_MAX);
		if (file.size > OCTETS_MAX)
			return;
		const got = await act.run(async () => {
			if (proof)
				await post('me/proof', { password: proof.value });
			return upload(`${what}/import`, await file.text());
		});

		if (got) {
			setAnswer(got);
			setAsking(false);
			done();
		}
	};
	const end = () => {
		setAnswer(null);
		setAsking(false);
		act.setProblem(null);
		close();
	};

	return html`<${Dialog} title=${t('import.title')} open=${open}
		close=${end}>
		<form class="stack" onSubmit=${send}>
			<p>${t('import.text')}</p>
			<pre>${columns}</pre>
			<input type="file" name="file" required
				accept=".csv,text/csv,text/plain"
				aria-label=${t('import.file')} />
			${large && html`<p class="bad-text" role="alert">
				${t('import.large')}</p>`}
			${asking && html`<${Proof} />`}
			${act.problem && !asksPassword(act) && html`<p
				class="bad-text" role="alert">
				${problemText(act.problem)}</p>`}
			${answer && html`<${Outcome} answer=${answer} />`}
			<div class="buttons end">
				<button type="button" class="button" onClick=${end}>
					${t('act.close')}</button>
				<button class="button main" aria-disabled=${act.busy}>
					${act.busy ? t('state.busy') : t('import.go')}</button>
			</div>
		</form>
	</${Dialog}>`;
}
