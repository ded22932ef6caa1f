// run - all stories, in the order of their files' names: the first user is made
// by the first.
import { readdirSync } from 'node:fs'
import { tellAll } from './kit.mjs'

const here = new URL('.', import.meta.url)
for (const file of readdirSync(here).sort())
	if (file.endsWith('.story.mjs'))
		await import(new URL(file, here))
process.exit(await tellAll() ? 0 : 1)
