import { chromium } from 'playwright'
import { findChromium, launchOptions } from '../chromium.ts'
import { serve } from '../serve.ts'
const s=await serve('/tmp/s/copy/dist-local')
const b=await chromium.launch(launchOptions(findChromium()))
const p=await b.newPage({viewport:{width:1100,height:900}})
p.on('console',m=>console.log(m.text().slice(0,300)));p.on('pageerror',e=>console.log('ERR',e.message))
for(const q of ['Xylophon','Übersetzung','Chips']){
await p.goto(s.url+'suche/?'+new URLSearchParams({q,text:'zwanzig-von-132',alle:'1'}))
await p.waitForSelector('[data-search-results][aria-busy=false]',{state:'attached'})
console.log(q,await p.evaluate(()=>{const e=document.querySelector('[data-search-results]')!;return JSON.stringify(e.getBoundingClientRect())+getComputedStyle(e).minHeight+' '+e.querySelectorAll('a').length+document.querySelectorAll('[data-search-results]').length}))
}
await b.close();await s.stop()
