/* chart - series over time, as lines, by uPlot, which is only fetched when the
 * first chart is shown.
 *
 * <Chart names=['26 Nov', …] series=[{label, values}] label/>
 *   names   one for each point, in order
 *   label   what the chart shows, for those who cannot see it; the page puts
 *           the same figures into a table beside it
 * Colours come from the style sheet (--chart-1 …), so dark mode is one; the
 * second and third line are broken, too, for who cannot tell them apart.
 * By keyboard: the arrows go from point to point, Home and End to the ends; the
 * figures below the chart are those of the point.
 * Where text runs from right to left, so does time. */
import { html, useEffect, useRef, useState } from '../lib/view.js';
import { number, short } from '../lib/format.js';
import { t } from '../lib/text.js';

let arriving = null;

function sheet(href) {
	return new Promise((done, failed) => {
		const element = document.createElement('link');

		Object.assign(element, { rel: 'stylesheet', href,
			onload: done, onerror: failed });
		document.head.append(element);
	});
}

function library() {
	if (arriving === null)
		arriving = Promise.all([
			import('../vendor/uplot.js'),
			sheet(new URL('../vendor/uplot.css', import.meta.url).href),
		]).then(([file]) => file.default, (error) => {
			arriving = null;
			throw error;
		});
	return arriving;
}

const color = (name) => getComputedStyle(document.documentElement)
	.getPropertyValue(name).trim();

function axis(extra) {
	return { stroke: color('--muted'), grid: { stroke: color('--line'),
		width: 1 }, ticks: { stroke: color('--line') },
	font: '12px system-ui, sans-serif', ...extra };
}

const turned = () => document.documentElement.dir === 'rtl';

/* Names under the points: as many as there is room for. */
function xAxis(names) {
	return axis({ values: (plot, splits) => splits.map((i) =>
		names[i] ?? ''), splits: (plot) => {
		const room = plot.bbox.width / devicePixelRatio / 88;
		const step = Math.ceil(names.length / Math.max(1, Math.floor(room)));

		return names.map((_, i) => i).filter((i) => i % step === 0);
	} });
}

/* Whole steps only: half a text is none. */
const STEPS = Array.from({ length: 16 }, (_, i) => 10 ** i)
	.flatMap((n) => [n, 2 * n, 5 * n]);
const DASHES = [undefined, [8, 5], [2, 4], [12, 4, 2, 4]];

function options(at, { series, names, height }) {
	const few = names.length <= 31;

	return {
		width: at.clientWidth,
		height,
		scales: { x: { time: false, dir: turned() ? -1 : 1,
			range: [-0.3, names.length - 0.7] },
		y: { range: (plot, min, max) => [0, Math.max(max, 1) * 1.08] } },
		series: [
			{ label: '\u00a0', value: (plot, i) => names[i] ?? '' },
			...series.map((one, i) => ({
				label: one.label,
				stroke: color(`--chart-${i + 1}`),
				fill: color(`--chart-${i + 1}-soft`),
				width: 2,
				dash: DASHES[i],
				points: { show: few, size: 5,
					fill: color(`--chart-${i + 1}`) },
				value: (plot, v) => number(v),
			})),
		],
		axes: [xAxis(names), axis({ size: 64, side: turned() ? 1 : 3,
			incrs: STEPS,
			values: (plot, marks) => marks.map((v) => short(v)) })],
	};
}

/* To the point that a key leads to; false: the key is none of ours. */
function step(plot, key) {
	const last = plot.data[0].length - 1;
	const now = plot.cursor.idx ?? last + 1;
	const on = turned() ? -1 : 1;
	const to = { Home: 0, End: last, ArrowLeft: now - on,
		ArrowRight: now + on }[key];

	if (to === undefined)
		return false;
	plot.setCursor({ top: plot.over.clientHeight / 2, left: plot.valToPos(
		Math.min(last, Math.max(0, to)), 'x') });
	return true;
}

export function Chart({ series, names, label, height = 220 }) {
	const at = useRef(null);
	const drawn = useRef(null);
	const [failed, setFailed] = useState(false);
	const key = JSON.stringify([series, names]);

	useEffect(() => {
		let gone = false, width = 0;
		const seen = new ResizeObserver(() => {
			const now = at.current?.clientWidth ?? width;

			if (gone || drawn.current === null || now === width)
				return;
			width = now;
			drawn.current.setSize({ width, height });
		});

		library().then((UPlot) => {
			if (gone || at.current === null)
				return;
			width = at.current.clientWidth;
			drawn.current = new UPlot(options(at.current,
				{ series, names, height }), [names.map((_, i) => i),
				...series.map((one) => one.values)], at.current);
			seen.observe(at.current);
		}, () => setFailed(true));
		return () => {
			gone = true;
			seen.disconnect();
			drawn.current?.destroy();
			drawn.current = null;
		};
	}, [key]);
	return html`<figure class="chart" role="img" aria-label=${label}
		tabindex="0" title=${t('chart.keys')} onKeyDown=${(event) =>
			drawn.current && step(drawn.current, event.key) &&
			event.preventDefault()}>
		<div ref=${at} class="chart-room" />
		${failed && html`<p class="muted">${t('chart.failed')}</p>`}
	</figure>`;
}
