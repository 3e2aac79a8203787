/** What a survey asks. Another language is another entry; what it lacks fails `tsc`. */
import type { Language } from "../kernel/language.ts";
import type { cartChoices, orderChoices, Survey, SurveyChoice, SurveyKind } from "./contract.ts";

type Questions<Choice extends string> = {
  rating: { text: string; labels: [string, string, string, string, string] };
  choice: { text: string; options: Record<Choice, string> };
  comment: string;
};
type Words = {
  order: Questions<(typeof orderChoices)[number]>;
  cart: Questions<(typeof cartChoices)[number]>;
};

const words: Record<Language, Words> = {
  en: {
    order: {
      rating: {
        text: "How happy are you with this order?",
        labels: ["Not at all", "Not really", "It was all right", "Happy", "Very happy"],
      },
      choice: {
        text: "What should we work on first?",
        options: {
          goods: "The things themselves",
          delivery: "Delivery",
          packaging: "Packaging",
          price: "Prices",
          ordering: "Ordering in the shop",
          nothing: "Nothing, all was well",
        },
      },
      comment: "Anything else that you would like to tell us?",
    },
    cart: {
      rating: {
        text: "How easy was it to find your way around the shop?",
        labels: ["Very hard", "Hard", "All right", "Easy", "Very easy"],
      },
      choice: {
        text: "What kept you from buying?",
        options: {
          price: "The price",
          shipping: "What shipping costs",
          delivery_time: "It would arrive too late",
          payment: "My way to pay is missing",
          later: "Nothing, I still mean to",
          elsewhere: "I found it elsewhere",
          other: "Something else",
        },
      },
      comment: "What would have helped?",
    },
  },
  de: {
    order: {
      rating: {
        text: "Wie zufrieden bist du mit dieser Bestellung?",
        labels: ["Gar nicht", "Eher nicht", "Geht so", "Zufrieden", "Sehr zufrieden"],
      },
      choice: {
        text: "Woran sollten wir zuerst arbeiten?",
        options: {
          goods: "An den Dingen selbst",
          delivery: "An der Lieferung",
          packaging: "An der Verpackung",
          price: "An den Preisen",
          ordering: "Am Bestellen im Laden",
          nothing: "An nichts, alles war gut",
        },
      },
      comment: "Möchtest du uns noch etwas sagen?",
    },
    cart: {
      rating: {
        text: "Wie leicht hast du dich im Laden zurechtgefunden?",
        labels: ["Sehr schwer", "Schwer", "Geht so", "Leicht", "Sehr leicht"],
      },
      choice: {
        text: "Was hat dich vom Kauf abgehalten?",
        options: {
          price: "Der Preis",
          shipping: "Die Versandkosten",
          delivery_time: "Es käme zu spät an",
          payment: "Meine Zahlungsart fehlt",
          later: "Nichts, ich habe es noch vor",
          elsewhere: "Ich habe es woanders gefunden",
          other: "Etwas anderes",
        },
      },
      comment: "Was hätte dir geholfen?",
    },
  },
  ja: {
    order: {
      rating: {
        text: "今回のご注文にはどのくらいご満足いただけましたか。",
        labels: ["とても不満", "やや不満", "どちらともいえない", "満足", "とても満足"],
      },
      choice: {
        text: "まず改善すべき点をお選びください。",
        options: {
          goods: "商品そのもの",
          delivery: "配送",
          packaging: "梱包",
          price: "価格",
          ordering: "ご注文の手続き",
          nothing: "特になし",
        },
      },
      comment: "ほかにお気づきの点がございましたら、お聞かせください。",
    },
    cart: {
      rating: {
        text: "お店の使いやすさはいかがでしたか。",
        labels: ["とても使いにくい", "使いにくい", "ふつう", "使いやすい", "とても使いやすい"],
      },
      choice: {
        text: "ご購入に至らなかった理由をお選びください。",
        options: {
          price: "価格",
          shipping: "送料",
          delivery_time: "お届けまでの日数",
          payment: "希望のお支払い方法がない",
          later: "これから購入する予定",
          elsewhere: "ほかのお店で購入した",
          other: "その他",
        },
      },
      comment: "どのような点があればご購入いただけたでしょうか。",
    },
  },
};

export function questionsOf(
  kind: SurveyKind,
  language: Language,
  maxLength: number,
): Survey["questions"] {
  const { rating, choice, comment } = words[language][kind];
  const options = Object.entries(choice.options).map(([value, label]) => ({
    value: value as SurveyChoice,
    label,
  }));
  return { rating, choice: { text: choice.text, options }, comment: { text: comment, maxLength } };
}
