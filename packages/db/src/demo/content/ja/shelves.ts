import type { ShelfWords } from "../words.ts";

export const categories: ShelfWords = {
  home: { title: "住まい", line: "部屋を、誰かの部屋にするものたち。" },
  living: { title: "リビング", line: "灯りと椅子、それから壁にひとつ。" },
  kitchen: { title: "キッチンと食卓", line: "長い夕食と、短い朝食のために。" },
  bath: { title: "バスとケア", line: "手の届くところに、小さな心地よさを。" },
  study: { title: "書斎", line: "書いて、聴いて、ふしぎに思うために。" },
  desk: { title: "机と文具", line: "紙の上で考えるための、いい道具。" },
  sound: { title: "音と映像", line: "行儀のよい電化製品です。" },
  curiosities: { title: "ふしぎなもの", line: "もっと近くを、もっと遠くを見るために。" },
  outdoors: { title: "アウトドア", line: "どんな天気でも、玄関の外へ。" },
  travel: { title: "旅とかばん", line: "荷は軽く、長い道のりにも丈夫に。" },
  garden: { title: "庭と植物", line: "窓辺のひと鉢から、果樹園まで。" },
  sport: { title: "スポーツ", line: "車輪、ラケット、氷と風。" },
  wear: { title: "着るもの", line: "服と、その仲間たち。" },
  clothes: { title: "洋服", line: "着るために裁ち、直せるようにつくりました。" },
  shoes: { title: "靴", line: "山道からテラスまで。" },
  accessories: { title: "小物", line: "最後に身につけ、最初に気づかれるもの。" },
  play: { title: "あそび", line: "何かをしたい手のために。" },
  games: { title: "ゲームとおもちゃ", line: "雨の日曜日は、これで解決です。" },
  music: { title: "音楽", line: "はじめての人にもやさしい楽器。" },
  making: { title: "手仕事と修理", line: "絵の具と糸と、ぴったりのドライバー。" },
};

export const collections: ShelfWords = {
  "first-light": {
    title: "はじめの光",
    line: "少しだけつくった六つの品。今回かぎりです。バッグに入れたものは、考えているあいだあなたのものです。",
  },
  "slow-breakfast": { title: "ゆっくり朝ごはん", line: "十時までどこにも行かなくていい朝に。" },
  "rain-all-weekend": { title: "週末は雨", line: "やまないでと願うために、必要なものをぜんぶ。" },
  "desk-with-a-view": {
    title: "眺めのいい机",
    line: "一時間の仕事が、よい一時間になる道具です。",
  },
  "out-until-dark": { title: "暗くなるまで外で", line: "丘に、湖に、図書館の裏の駐車場に。" },
  "after-dark": { title: "日が暮れてから", line: "小さな灯り、低い声、もう一曲。" },
  "under-thirty": { title: "小さくて完璧", line: "夕食より安く、夕食より長くつづく贈りもの。" },
};
