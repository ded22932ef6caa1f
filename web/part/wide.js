/* wide - what may be wider than its room and is then moved sideways: by the
 * keyboard, too, which it only stops at when there is something to move. */
import { html, useEffect, useRef, useState } from '../lib/view.js';

export function Wide({ label, children, ...more }) {
	const at = useRef(null);
	const [over, setOver] = useState(false);

	useEffect(() => {
		const room = at.current;
		const seen = new ResizeObserver(() =>
			setOver(room.scrollWidth > room.clientWidth));

		seen.observe(room);
		seen.observe(room.firstElementChild);
		return () => seen.disconnect();
	}, []);
	return html`<div ref=${at} ...${more} tabindex=${over ? 0 : undefined}
		role=${over ? 'group' : undefined}
		aria-label=${over ? label : undefined}>${children}</div>`;
}
