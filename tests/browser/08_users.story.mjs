// Who may use this console: made, given a role, a phone and a second factor,
// and taken away again, all by an admin at the page Users.
import { createHmac } from 'node:crypto'
import { story, longStory, assert, password, signIn, open, user, visit, rows, change,
	settled } from './kit.mjs'
import decode from 'qr/decode.js'

const rowOf = (page, name) => page.locator('#main tr', { hasText: name })

async function begin(page, name, what) {
	const row = rowOf(page, name)
	if (!await row.locator('details[open]').count())
		await row.locator('summary').click()
	await row.locator(`button:text-is("${what}")`).click()
	await page.waitForSelector('dialog[open]')
}

const factorOf = (page, name, state) => rowOf(page, name)
	.locator(`td[data-label="Second factor"] >> text=${state}`)

const submit = async (page) => {
	await page.click('dialog[open] button[type=submit]')
	await page.waitForSelector('dialog[open]', { state: 'detached' })
}

const userNamed = (name) => rows('user', 'list')
	.find((row) => row.name === name)

story('users: an admin is tied to a phone, and untied', async (page) => {
	await signIn(page, user('admin'))
	const made = await change(page, '/api/v1/people', {
		phone: '+254733000123', name: 'Boss', roles: 'admin' })
	assert.ok(made.status < 300, made.text)
	await open(page, 'users')
	await begin(page, 'the-admin', 'Phone for texts')
	// The number is no more to be read here than elsewhere.
	const choice = page.locator('dialog option', { hasText: 'Boss' })
	assert.match(await choice.innerText(), /•/)
	await page.selectOption('dialog select', await choice.getAttribute('value'))
	await submit(page)
	await rowOf(page, 'the-admin').locator('a:has-text("Boss")').waitFor()
	assert.ok(userNamed('the-admin').person > 0)
	await begin(page, 'the-admin', 'Phone for texts')
	await choice.waitFor({ state: 'attached' })
	await page.selectOption('dialog select', '')
	await submit(page)
	await rowOf(page, 'the-admin').locator('a').waitFor({ state: 'detached' })
	assert.equal(userNamed('the-admin').person, null)
})

story('users: made, given another role, disabled, removed', async (page) => {
	await signIn(page, user('admin'))
	await open(page, 'users')
	await page.click('text=Add a user')
	await page.fill('dialog input[name=name]', 'otieno')
	await page.click('dialog >> text=Make one up')
	const word = await page.inputValue('dialog input[name=password]')
	assert.match(word, /^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
	await page.waitForSelector('dialog >> text=not shown again')
	await submit(page)
	await rowOf(page, 'otieno').waitFor()
	const other = await visit()
	await other.goto(page.url().replace(/#.*/, ''))
	await other.fill('input[name=name]', 'otieno')
	await other.fill('input[type=password]', word)
	await other.keyboard.press('Enter')
	await other.waitForSelector('header.top')
	assert.doesNotMatch(await other.innerText('nav.side'), /Users/)
	await begin(page, 'otieno', 'Role')
	await page.selectOption('dialog select', 'operator')
	await submit(page)
	await rowOf(page, 'otieno').locator('text=operator').waitFor()
	await begin(page, 'otieno', 'Disable')
	await submit(page)
	await rowOf(page, 'otieno').locator('text=disabled').waitFor()
	await begin(page, 'otieno', 'Remove')
	assert.ok(await page.isDisabled('dialog button[type=submit]'))
	await page.fill('dialog label:has-text("otieno") input', 'otieno')
	await submit(page)
	await rowOf(page, 'otieno').waitFor({ state: 'detached' })
	assert.equal(userNamed('otieno'), undefined)
	await other.context().close()
	// What the roles are is told on the same page.
	await page.click('text=What each role may')
	assert.deepEqual((await rowOf(page, 'Show one number in full')
		.locator('td').allInnerTexts()).map((text) => text[0]),
	['–', '✓', '✓'])
})

/** What a camera would read there. */
async function seen(page, selector) {
	const picture = await page.locator(selector).screenshot()
	const lens = await page.context().newPage()
	const { width, height, data } = await lens.evaluate(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
		const bitmap = await createImageBitmap(new Blob([bytes]))
		const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
		const pen = canvas.getContext('2d')
		pen.drawImage(bitmap, 0, 0)
		const got = pen.getImageData(0, 0, bitmap.width, bitmap.height)
		return { width: got.width, height: got.height,
			data: [...got.data] }
	}, picture.toString('base64'))
	await lens.close()
	return decode({ width, height, data: Uint8Array.from(data) })
}

/** RFC 6238, as the app on the phone does it. */
function sixDigits(secret) {
	const bits = [...secret].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
		.indexOf(c).toString(2).padStart(5, '0')).join('')
	const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)))
	const step = Buffer.alloc(8)
	step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)))
	const hash = createHmac('sha1', key).update(step).digest()
	const at = hash.at(-1) & 15
	return String((hash.readUInt32BE(at) & 0x7fffffff) % 1000000)
		.padStart(6, '0')
}

for (const colorScheme of ['light', 'dark'])
	(colorScheme === 'dark' ? longStory : story)(`users: a second factor by a picture, ${colorScheme}`,
		async (admin) => {
			const name = 'factor-' + colorScheme
			await signIn(admin, user('admin'))
			await change(admin, '/api/v1/users', { name, role: 'viewer',
				password })
			const page = await visit({ colorScheme })
			await signIn(page, name)
			await open(page, 'me')
			await page.click('text=Turn on')
			await page.fill('dialog input[name=password]', password)
			await submit(page)
			await page.waitForSelector('.qr path')
			const uri = await seen(page, '.qr')
			assert.equal(uri, await page.getAttribute('a[href^=otpauth]',
				'href'))
			const secret = (await page.innerText('.secret'))
				.replace(/\s/g, '')
			assert.equal(new URL(uri).searchParams.get('secret'), secret)
			await page.fill('input[name=totp]', sixDigits(secret))
			await page.click('text=Confirm')
			// Once, and never again.
			await page.waitForSelector('text=Keep these codes on paper')
			assert.equal((await page.innerText('#main pre')).trim()
				.split('\n').length, 8)
			await page.click('text=I have kept them')
			await page.reload()
			await settled(page)
			assert.equal(await page.locator('#main pre').count(), 0)
			assert.deepEqual(page.complaints, [])
			await page.context().close()
			await open(admin, 'users')
			await factorOf(admin, name, 'on').waitFor()
			await begin(admin, name, 'Take the second factor off')
			await submit(admin)
			await factorOf(admin, name, 'off').waitFor()
		})
