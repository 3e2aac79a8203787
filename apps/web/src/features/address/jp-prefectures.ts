import type { Option } from "#design/field.tsx";

const names =
  "Hokkaido Aomori Iwate Miyagi Akita Yamagata Fukushima Ibaraki Tochigi Gunma Saitama Chiba Tokyo Kanagawa Niigata Toyama Ishikawa Fukui Yamanashi Nagano Gifu Shizuoka Aichi Mie Shiga Kyoto Osaka Hyogo Nara Wakayama Tottori Shimane Okayama Hiroshima Yamaguchi Tokushima Kagawa Ehime Kochi Fukuoka Saga Nagasaki Kumamoto Oita Miyazaki Kagoshima Okinawa";

/** From north to south, as everybody in Japan lists them (JIS X 0401). */
export const jpPrefectures: readonly Option[] = names
  .split(" ")
  .map((name) => ({ value: name, label: name }));
