import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
const [,, scene, ...rest] = process.argv;
const OUT='/tmp/page3-shots/';
const URL_='http://127.0.0.1:5173/droveway/';
const env = Object.fromEntries(readFileSync('/run/droveway-lab-ac37b3/connection.env','utf8').trim().split('\n').map(l=>{const i=l.indexOf('=');return [l.slice(0,i),l.slice(i+1)]}));
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']});
const scenes = (await import('/tmp/page3-shots/scenes.mjs')).default;
const variants = [[1280,'light'],[400,'light'],[1280,'dark']];
for (const [w,scheme] of variants) {
  if (rest.length && !rest.includes(`${w}${scheme}`)) continue;
  const ctx = await b.newContext({viewport:{width:w,height:w>1000?900:800},colorScheme:scheme});
  const page = await ctx.newPage();
  page.on('console', m=>{ if(m.type()==='error'||m.type()==='warning') console.log('console',m.type(),m.text().slice(0,300))});
  page.on('pageerror', e=>console.log('pageerror',e.message));
  await page.goto(URL_);
  const token = scenes[scene].token ?? env.DROVEWAY_TOKEN;
  if (token!=='none') { await page.evaluate(t=>sessionStorage.setItem('droveway.token',t),token); await page.reload(); await page.getByText('live',{exact:true}).waitFor(); }
  let n=0;
  const shot = async (name, full=true)=>{ 
    await page.waitForTimeout(400);
    if(full){ const hidden = await page.evaluate(()=>{const m=document.querySelector('#main'); return m? m.scrollHeight-m.clientHeight:0}); if(hidden>0) await page.setViewportSize({width:w,height:Math.min(4000,page.viewportSize().height+hidden)}); await page.waitForTimeout(200);}
    await page.screenshot({path:`${OUT}${scene}-${name}-${w}-${scheme}.png`}); 
    await page.setViewportSize({width:w,height:w>1000?900:800});
  };
  try { await scenes[scene].run(page, shot, {w,scheme,env}); } catch(e){ console.log('FAIL',scene,w,scheme,e.message.slice(0,600)); await page.screenshot({path:`${OUT}fail.png`}); }
  await ctx.close();
}
await b.close();
