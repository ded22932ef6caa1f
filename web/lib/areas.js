/* areas - the names of the market's areas, once: for choosing one. */
import { useEffect, useState } from './view.js';
import { get } from './api.js';

let asked = null;

export function useAreas() {
	const [names, setNames] = useState([]);

	useEffect(() => {
		let gone = false;

		if (asked === null)
			asked = get('areas').then((answer) => answer.items
				.map((row) => row.area).sort(), () => {
				asked = null;
				return [];
			});
		asked.then((list) => gone || setNames(list));
		return () => {
			gone = true;
		};
	}, []);
	return names;
}
