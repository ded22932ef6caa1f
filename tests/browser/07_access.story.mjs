// For eyes, ears and hands of every kind: axe-core's rules (WCAG 2.2 A and AA)
// on every page, wide and on a phone's screen, light and dark.
import { readFileSync } from 'node:fs'
import { story, assert, signIn, user, walk, viewerPages, adminPages, url }
	from './kit.mjs'

const rules = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')),
	'utf8')
const looks = [[1280, 'light'], [390, 'dark'], [1280, 'dark'], [390, 'light']]
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
	'best-practice']

/** What breaks a rule here: "rule: element, element". */
async function faults(page) {
	if (!await page.evaluate(() => 'axe' in window))
		await page.evaluate(rules)
	return page.evaluate(async (tags) => {
		const found = await window.axe.run(document, { runOnly: tags,
			resultTypes: ['violations'] })
		return found.violations.map((rule) => `${rule.id}: ` +
			rule.nodes.map((node) => `${node.target} ${
				node.any[0]?.message ?? ''}`).slice(0, 3).join('; '))
	}, standard)
}

async function look(page, name) {
	const all = []
	for (const [width, colorScheme] of looks) {
		await page.setViewportSize({ width, height: 800 })
		await page.emulateMedia({ colorScheme })
		for (const fault of await faults(page))
			all.push(`${name}, ${width}, ${colorScheme}: ${fault}`)
	}
	await page.setViewportSize({ width: 1280, height: 800 })
	return all
}

story('axe: no page keeps anybody out', async (page) => {
	const all = []
	await page.goto(url)
	await page.waitForSelector('input[name=name]')
	all.push(...await look(page, 'sign in'))
	await signIn(page, user('admin'))
	await walk(page, [...viewerPages, ...adminPages], async (name) =>
		all.push(...await look(page, name)))
	assert.deepEqual(all, [])
})
