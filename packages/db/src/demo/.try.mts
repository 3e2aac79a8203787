import sharp from "sharp";
import { drawArt, paintArt } from "/work/main/packages/db/src/demo/pictures/art.ts";
import { compose } from "/work/main/packages/db/src/demo/pictures/compose.ts";
import { scene } from "/work/main/packages/db/src/demo/pictures/scene.ts";
import { colorOf } from "/work/main/packages/db/src/demo/palette.ts";
const list: any[] = [["teapot","cove",30,"pale",-1],["backpack","arch",340,"pale",1],["headphone","disc",260,"rich",-1],["candle","plinth",60,"deep",1],["potted-plant","window",150,"pale",-1],["alarm-clock","flutes",200,"pale",1],
["teapot","steps",40,"pale",-1,"hot-beverage","honey-pot"],["backpack","pair",210,"rich",1,"compass","world-map"],["camera","niche",300,"pale",-1,"film-frames","light-bulb"],["glasses","cove",100,"rich",1],["guitar","disc",20,"deep",-1],["watch","plinth",280,"pale",-1]];
const s=performance.now();const out:any[]=[];
for (const [i,[n,k,h,t,l,...c]] of list.entries()){
 const sc=scene(k,h,t,l); const objs:any[]=[];
 for(const [q,x] of [n,...c].entries()){const a=await drawArt(x);objs.push({art:a,slot:sc.slots[q],pose:x==="glasses"?"hang":"stand"})}
 const b=performance.now();const r=await compose(sc,objs,1080);console.log(n,k,Math.round(performance.now()-b));
 out.push({input:await sharp(r.data,{raw:{width:r.width,height:r.height,channels:3}}).resize(320).png().toBuffer(),left:(i%6)*320,top:Math.floor(i/6)*400});
}
await sharp({create:{width:1920,height:800,channels:3,background:"#fff"}}).composite(out).png().toFile("/tmp/demo/t.png");
console.log(performance.now()-s);
