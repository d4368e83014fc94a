import { contenders } from 'virtual:contenders';
import { answers } from '../answers.ts';
import type { Workload } from '../workloads.ts';
import { hurried, once, type HurriedResult, type OnceResult } from './at-once.ts';
import type { Contender } from './contender.ts';
import { frame } from './frames.ts';
import { countMarks } from './marks.ts';
import { paced, type PacedResult } from './paced.ts';

export interface PageResult {
  readonly paced?: PacedResult;
  readonly hurried?: HurriedResult;
  readonly once?: OnceResult;
  /** Marks of the answer that are not in the page at the end. */
  readonly missing: number;
  readonly elements: number;
}

interface Bench {
  open(name: string): Promise<void>;
  run(workload: Workload): Promise<PageResult>;
}

declare global {
  interface Window {
    bench: Bench;
  }
}

const element = document.querySelector<HTMLElement>('#answer') ?? document.body;
let contender: Contender;

async function measured(workload: Workload): Promise<Partial<PageResult>> {
  const answer = answers[workload.answer];
  if (workload.way === 'once') return { once: await once(contender, element, answer) };
  if (workload.way === 'hurried') return { hurried: await hurried(contender, element, answer) };
  const { perSecond = 500, from = 0 } = workload;
  return { paced: await paced(contender, element, answer.text, perSecond, from) };
}

window.bench = {
  async open(name) {
    const module = await contenders[name]?.();
    if (!module) throw new Error(`There is no contender ${name}.`);
    contender = module.create(element);
    await frame();
    await frame();
  },
  async run(workload) {
    const result = await measured(workload);
    const missing = answers[workload.answer].marks - countMarks(element);
    return { ...result, missing, elements: element.getElementsByTagName('*').length };
  },
};
