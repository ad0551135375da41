/** The texts that everything is measured on, each cut to the length that is asked for. */
import { readFileSync } from "node:fs";

/** A post, a very long post, and more than anyone posts. */
export const LENGTHS = [280, 3_000, 10_000];

const file = (name) => readFileSync(new URL(`texts/${name}.txt`, import.meta.url), "utf8");
const cut =
  (piece) =>
  (length, from = 0) =>
    piece.repeat(Math.ceil((from + length) / piece.length)).slice(from, from + length);
/** Pieces that differ from one to the next, until the text is long enough. */
const series = (pieceAt) => (length) => {
  let text = "";
  for (let at = 0; text.length < length; at++) text += pieceAt(at);
  return text.slice(0, length);
};
/** Phrases that take turns, given with bars between them. */
const turns = (phrases) => {
  const all = phrases.split(" | ");
  return series((at) => `${all[at % all.length]} `);
};

/** What people write: 5,500 characters of posts without anything to find, and 3,200 of posts full of it. */
export const POSTS = { ordinary: cut(file("ordinary")), mixed: cut(file("mixed")) };

const VARIANTS = 8;
/** No multiple of it is the length of a file. */
const STEP = 613;

/** Posts of a length that begin at different places: what is scanned is never what was scanned just before. */
export const variants = (name, length) => Array.from({ length: VARIANTS }, (_, at) => POSTS[name](length, at * STEP));

/** Nobody writes these. Each asks the most of another part of the scanner. */
export const ADVERSARIAL = {
  "a digit a word": series((at) => `${at % 10} `),
  "digits without end": series((at) => String(at % 10)),
  "numbers that are nearly something": turns("943 476 5918 | 07700 90012 | LN1 3A | 12/3/4 | BD51 SM | AB 12 34 56"),
  "words of one letter": series((at) => `${"abcdefghijklmnopqrstuvwxyz"[(at * 7) % 26]} `),
  "words that begin what rules begin with": turns("sign | please | flat | add your | job | the | have you | we | need"),
  "one word without end": series(() => "a"),
  "disguised words": turns("1d10t | f@gg0t | b!tch | p3t1t10n | $h!t | c0ckw0mbl3 | 5l@g | m0r0n"),
  "words drawn out": series((at) => `${["wanker", "sooo", "idiot", "nooo"][at % 4].replace(/./g, "$&$&$&")} `),
  "nothing but @": series(() => "@"),
  "nearly e-mail addresses": turns("a.b.c.d@ | @a.b.c | a@b | a.b@c. | x_y-z@q@r"),
  "slashes and links": turns("https://a.b/c/d?e=f | www. | //a//b | t.co/LN13AB | http:// | /////"),
  "handles and hashtags": turns("@LN13AB | #07700900123 | #sign | @a | ## | #a#b#c"),
  "emoji held together": series((at) => ["👩🏽‍🚒", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇬🇧"][at % 4]),
  "marks upon marks": series((at) => `${"aeiou"[at % 5]}\u0301\u0308\u0323`),
  "look-alikes": turns("𝐩𝐭 | ｐａｔｉｅｎｔ | раtіеnt | ０７７００ | ⓝⓗⓢ | ᴊᴏʙ"),
  "letters cut apart by nothing": series((at) => `${"petition"[at % 8]}\u200b`),
  "incidents full of details": turns(
    "Job today: 84F at 07:40 in Lincoln, cardiac arrest. | Pt 9 y/o boy, RTC on Monday near Corby. | Called to a 91yo lady last night in Derby with sepsis. | Stabbing, 17M, 2am, Leicester.",
  ),
  "ages, times and places": turns("84F | 07:40 | in Derby | last night | aged 7 | on Monday | 56 y/o | at Corby | 2am"),
  "first names": turns("Sarah | Mohammed | Connor | Aisha | Rosalind | Wei | Siobhan | Jo | Patient Graham Walsh"),
  petitions: turns("sign the petition | our petition | I've started a petition | petition: save | 500 signatures"),
  "brackets and quotation marks": series((at) => ["(", "((", '"', "“", "('", ") "][at % 6]),
  "line ends": series((at) => ["\n", "a\r\n", "\t", "b\n\n"][at % 4]),
  "what cannot be read as text": series((at) => ["\ud83d", "a", "\udc69", "\ufffd "][at % 4]),
};

/** Every text by name; each answers what it is at a length. */
export const TEXTS = { ...POSTS, ...ADVERSARIAL };
