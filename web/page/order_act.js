/* order_act - doing for a person what that person could have texted: accept,
 * decline, cancel, reassign, done.  Asks first, and says what will be sent. */
import { html, useEffect, useState } from '../lib/view.js';
import { post } from '../lib/api.js';
import { productName } from '../lib/goods.js';
import { amount } from '../lib/format.js';
import { t } from '../lib/text.js';
import { Confirm } from '../part/dialog.js';
import { Field } from '../part/field.js';
import { toast } from '../part/toast.js';

/* Whom the act is for: the API's key, and from where. */
function forWhom(name, line, order) {
	if (name === 'cancel')
		return { number: order.buyer, person: order.buyer_person };
	if (name === 'reassign')
		return { number: line.seller, person: line.seller_person };
	return { number: line.seller, person: line.seller_person };
}

/* Masked numbers are of no use to furrowd: then the person's id is named. */
function who(key, { number, person }) {
	if (person)
		return { [`${key}_person`]: person };
	return number ? { [key]: number } : {};
}

export function OrderAct({ act, order, close, done }) {
	const [whom, setWhom] = useState('seller');

	useEffect(() => setWhom('seller'), [act]);
	if (act === null)
		return html`<${Confirm} open=${false} title="" close=${close}
			run=${() => {}} />`;
	const { name, line } = act;
	const body = (values) => ({
		line: line.line,
		...(name === 'done' && whom === 'buyer'
			? who('for', { number: order.buyer,
				person: order.buyer_person })
			: who('for', forWhom(name, line, order))),
		...(values.to ? { to: values.to } : {}),
		...(values.quantity ? { quantity: values.quantity } : {}),
	});
	const run = async (values) => {
		await post(`orders/${order.id}/${name}`, body(values));
		toast(t(`order_act.${name}_did`, { code: `#${order.code}` }));
		done();
	};

	return html`<${Confirm} open=${true} close=${close} run=${run}
		title=${t(`order_act.${name}_title`, { code: `#${order.code}` })}
		text=${t(`order_act.${name}_text`)} label=${t(`order_act.${name}`)}
		of=${line.line}
		danger=${name === 'cancel'}>
		<p class="muted"><bdi>${productName(line.product)}</bdi>
			${' '}${amount(line.quantity, line.unit)}</p>
		${name === 'accept' && html`<${Field} name="quantity"
			label=${t('order_act.quantity')} inputmode="decimal"
			hint=${t('order_act.quantity_hint')} maxlength="12" />`}
		${name === 'reassign' && html`<${Field} name="to" type="tel"
			label=${t('order_act.to')} hint=${t('order_act.to_hint')}
			maxlength="24" />`}
		${name === 'done' && html`<${Field} label=${t('order_act.who')}>
			<select value=${whom} onChange=${(event) =>
				setWhom(event.target.value)}>
				<option value="seller">${t('order_act.who_seller')}</option>
				<option value="buyer">${t('order_act.who_buyer')}</option>
			</select></${Field}>`}
	</${Confirm}>`;
}
