/* chart - series over time or over groups, by uPlot, which is only fetched
 * when the first chart is shown.
 *
 * <Chart x=[…] series=[{label, values, kind}] label time/>
 *   x       seconds since 1970 (time), or 0, 1, 2 … with names=['Jan', …]
 *   kind    'line' or 'bars'
 *   label   what the chart shows, for those who cannot see it; the page puts
 *           the same figures into a table beside it
 * Colours come from the style sheet (--chart-1 …), so dark mode is one. */
import { html, useEffect, useRef, useState } from '../lib/view.js';
import { number } from '../lib/format.js';
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

/* Names under the bars: as many as there is room for. */
function xAxis(names) {
	if (names === undefined)
		return axis({});
	return axis({ values: (plot, splits) => splits.map((i) =>
		names[i] ?? ''), splits: (plot) => {
		const step = Math.ceil(names.length /
			Math.max(1, Math.floor(plot.bbox.width / 140)));

		return names.map((_, i) => i).filter((i) => i % step === 0);
	} });
}

function options(UPlot, at, { series, names, height }) {
	const bars = UPlot.paths.bars({ size: [0.7, 64] });

	return {
		width: at.clientWidth,
		height,
		scales: { x: names === undefined ? { time: true } : { time: false,
			range: [-0.6, names.length - 0.4] },
		y: { range: (plot, min, max) => [0, Math.max(max, 1) * 1.08] } },
		series: [
			{ label: '\u00a0', value: names === undefined ? undefined
				: (plot, i) => names[i] ?? '' },
			...series.map((one, i) => ({
				label: one.label,
				stroke: color(`--chart-${i + 1}`),
				fill: one.kind === 'bars'
					? color(`--chart-${i + 1}`)
					: color(`--chart-${i + 1}-soft`),
				width: one.kind === 'bars' ? 0 : 2,
				paths: one.kind === 'bars' ? bars : undefined,
				points: { show: false },
				value: (plot, v) => number(v),
			})),
		],
		axes: [xAxis(names), axis({ size: 56,
			values: (plot, marks) => marks.map((v) => number(v)) })],
	};
}

export function Chart({ x, series, names, label, height = 220 }) {
	const at = useRef(null);
	const [failed, setFailed] = useState(false);
	const key = JSON.stringify([x, series, names]);

	useEffect(() => {
		let plot = null, gone = false, width = 0;
		const seen = new ResizeObserver(() => {
			const now = at.current?.clientWidth ?? width;

			if (gone || plot === null || now === width)
				return;
			width = now;
			plot.setSize({ width, height });
		});

		library().then((UPlot) => {
			if (gone || at.current === null)
				return;
			width = at.current.clientWidth;
			plot = new UPlot(options(UPlot, at.current,
				{ series, names, height }),
			[x, ...series.map((one) => one.values)], at.current);
			seen.observe(at.current);
		}, () => setFailed(true));
		return () => {
			gone = true;
			seen.disconnect();
			if (plot !== null)
				plot.destroy();
		};
	}, [key]);
	return html`<figure class="chart" role="img" aria-label=${label}>
		<div ref=${at} class="chart-room" />
		${failed && html`<p class="muted">${t('chart.failed')}</p>`}
	</figure>`;
}
