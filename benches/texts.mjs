/** The texts that everything is measured on: a sentence or two, repeated to the length that is asked for. */
export const TEXTS = {
  ordinary:
    "Lovely evening with friends after a long week, the kettle was on and someone had left biscuits. We talked about " +
    "the football, the garden and whose turn it is to wash the car. Thanks to everyone who came along on Saturday, it " +
    "made such a difference! ",
  mixed:
    "Pt was 84F, NHS 943 476 5919, at 12 Acacia Avenue LN1 3AB. Ring 07700 900123 or mail jo@example.com, DOB 12/3/41, " +
    "car BD51 SMR. What an 1d10t 🚑. The kettle was on and someone had left biscuits in the mess room for all of us. ",
  adversarial:
    "0 1 2 3 4 5 6 7 8 9 sign sign the the petition 12 a a a a a f@gg0t jan 1 jan 2 at at at the the 07700 07700 LN1 LN1 " +
    "aaaaaaaaa//////@@@@@@ a.b.c.d 𝐩𝐭 e\u0301e\u0301 ",
};

export function textOf(kind, length) {
  const piece = TEXTS[kind];
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}
