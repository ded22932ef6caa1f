/* goods - the catalogue, once: what a product is called in the reader's
 * language (else English, else its key), and the units there are.
 *
 * useGoods() -> {name(key), list: [[key, name]], units: [word]}; names are
 * keys until the answer is here. */
import { useEffect, useState } from './view.js';
import { get } from './api.js';
import { languageNow } from './text.js';

let asked = null;
let names = new Map();
let units = [];

function take(answer) {
	names = new Map((answer.products ?? []).map((product) =>
		[product.key, product.names ?? {}]));
	units = Array.isArray(answer.units) ? answer.units.map((unit) =>
		unit.key ?? unit) : Object.keys(answer.units ?? {});
}

export function productName(key) {
	const row = names.get(key);

	return row?.[languageNow()]?.[0] ?? row?.en?.[0] ?? key ?? '';
}

export function useGoods() {
	const [, seen] = useState(0);

	useEffect(() => {
		let gone = false;

		if (asked === null)
			asked = get('catalogue').then(take, () => {
				asked = null;
			});
		asked.then(() => gone || seen((n) => n + 1));
		return () => {
			gone = true;
		};
	}, []);
	return {
		name: productName,
		list: [...names.keys()].map((key) => [key, productName(key)])
			.sort((a, b) => a[1].localeCompare(b[1])),
		units: units.filter((unit) => typeof unit === 'string'),
	};
}
