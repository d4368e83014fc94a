/**
 * Where an answer is not what the specification says, and why. The numbers are those of the specification.
 *
 * An example that has become equal does not belong here, and fails.
 */
interface Exception {
  readonly why: string;
  /** What remains when our policy is applied to the specification's HTML is equal. */
  readonly byPolicy?: boolean;
  readonly numbers: readonly number[];
}

export const commonmarkExceptions: readonly Exception[] = [
  {
    why: 'Links lead to the web and to mail only, and pictures are not fetched: of the others the words stay.',
    byPolicy: true,
    numbers: [
      22, 23, 32, 33, 192, 193, 194, 195, 196, 198, 200, 202, 203, 204, 205, 206, 214, 215, 216, 217, 218,
      404, 419, 422, 433, 473, 474, 482, 483, 484, 485, 486, 487, 489, 492, 495, 496, 498, 499, 500, 501, 502,
      503, 504, 505, 506, 507, 509, 510, 512, 514, 515, 516, 517, 518, 519, 520, 521, 522, 527, 528, 529, 530,
      531, 532, 533, 534, 535, 539, 540, 541, 542, 543, 544, 549, 550, 553, 554, 555, 556, 557, 558, 559, 560,
      561, 562, 564, 565, 566, 567, 568, 569, 570, 571, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582,
      583, 584, 585, 586, 587, 588, 589, 591, 593, 596, 598, 599, 601,
    ],
  },
  {
    why: 'HTML is shown as it was written.',
    numbers: [
      21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166,
      167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187,
      188, 189, 190, 191, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623,
      625, 626, 627, 628, 629, 630, 631, 642, 643,
    ],
  },
  {
    why: 'A bare address of the web is a link, as on GitHub.',
    numbers: [602, 608, 611],
  },
  {
    why: 'Between \\[ and \\] stands a formula.',
    numbers: [12],
  },
];

export const gfmExceptions: readonly Exception[] = [
  {
    why: 'One tilde is a tilde: models write ~5 for about five. Three are struck as two, with one left on each side.',
    numbers: [15, 17],
  },
  {
    why: 'Only what says that it is an address becomes a link: a word with a dot in it need not be one.',
    numbers: [19, 20, 27],
  },
  {
    why: 'Of a bracket that is not closed the address ends before it.',
    numbers: [23],
  },
  {
    why: 'Links lead to the web and to mail only.',
    byPolicy: true,
    numbers: [28],
  },
];
