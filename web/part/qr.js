/* qr - a text as a QR code (ISO/IEC 18004), by uqr, which is only fetched when
 * the first one is shown.  Beside it the page says the same in letters: for who
 * cannot point a phone at this screen, and until the library is there. */
import { html, useEffect, useState } from '../lib/view.js';

const QUIET = 4; /* modules of white around it, as the standard wants */

const path = (rows) => rows.map((row, y) => row.map((dark, x) => (dark
	? `M${x} ${y}h1v1h-1z` : '')).join('')).join('');

export function Qr({ text, label }) {
	const [code, setCode] = useState(null);

	useEffect(() => {
		let gone = false;

		import('../vendor/uqr.js').then(({ encode }) => gone ||
			setCode(encode(text, { ecc: 'M', border: QUIET })),
		() => {}); /* the letters are there */
		return () => {
			gone = true;
		};
	}, [text]);
	return code && html`<svg class="qr" role="img" aria-label=${label}
		viewBox=${`0 0 ${code.size} ${code.size}`}>
		<path d=${path(code.data)} /></svg>`;
}
