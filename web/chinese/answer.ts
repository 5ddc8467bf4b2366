/** The answer of a comparison in 简体中文. */

import {
  type Answer,
  type ComparisonFindings,
  type Finding,
  shareSize,
  spokenValue,
  type UnitSystem,
  type Versus,
} from '../../src/index.ts';
import { translated } from './translated.ts';

const say = (english: string): string => translated(english) ?? english;

type Found<K extends Finding['kind']> = Extract<Finding, { kind: K }>;

export function chineseAnswer({ subject, headline, remarks }: ComparisonFindings, units: UnitSystem): Answer {
  return {
    subject,
    headline: findingText(headline, units),
    remarks: remarks.map((remark) => findingText(remark, units)),
  };
}

const named = ({ title }: { readonly title: string }): string => `“${say(title)}”`;

function findingText(finding: Finding, units: UnitSystem): string {
  switch (finding.kind) {
    case 'title':
      return finding.title;
    case 'none ranked':
      return '所有方案均超出限值，无法评出最优。';
    case 'one ranked':
      return `仅${named(finding.best)}可参与排名${finding.broken === undefined ? '' : `；${named(finding.broken)}超出限值`}。`;
    case 'baseline best':
      return `基准方案${named(finding.baseline)}用电最少；次优为${named(finding.next)}，用电${changeText(finding.electricity)}。`;
    case 'versus':
      return versusText(finding, units);
    case 'tie':
      return `不分高下：${[finding.best, ...finding.others].map(named).join('、')}完成同等算力的用电相差不到 0.5 %。`;
    case 'same rejection':
      return `散热方式相同（${say(finding.rejection)}）时：${versusText(finding.versus, units)}`;
    case 'best elsewhere':
      return elsewhereText(finding, units);
    default:
      return limitText(finding, units);
  }
}

function versusText(found: Versus, units: UnitSystem): string {
  const { variant, other, electricity, delivered } = found;
  const work = Number.isNaN(delivered) ? '' : delivered === 0 ? '完成同等算力' : '按单位算力计';
  const limit = other.breaksLimit ? '（该方案超出限值）' : '';
  const used = electricity === 0 ? '用电相当（相差不到 0.5 %）' : `用电${changeText(electricity)}`;
  const output =
    delivered === 0 || Number.isNaN(delivered)
      ? ''
      : `，总算力${changeText(delivered, (100 * Math.abs(delivered)).toFixed(1))}`;
  return `与${named(other)}${limit}相比，${named(variant)}${work}${used}${output}${waterText(found)}${chipText(found, units)}。`;
}

const waterTexts = {
  unknown: '',
  neither: '，两者均不用水',
  'only the other': '，且不用水',
  'only this': '，但需用水，而对方不用水',
} as const;

function waterText({ water }: Versus): string {
  if (water.takes !== 'both') return waterTexts[water.takes];
  if (water.share === 0) return '，用水相当';
  return `，${water.share < 0 ? '用水' : '但用水'}${changeText(water.share)}`;
}

function chipText({ junction }: Versus, units: UnitSystem): string {
  if (Number.isNaN(junction)) return '';
  if (junction === 0) return '；芯片温度相当';
  const size = spokenValue(Math.abs(junction), 'temperature difference', units);
  return `；芯片结温${junction < 0 ? '低' : '高'} ${size}`;
}

function changeText(share: number, size = shareSize(share)): string {
  return `${share < 0 ? '少' : '多'} ${size} %`;
}

const bestTexts = { water: '用水最少', cost: '费用最低', junctionMargin: '芯片裕度最大' } as const;

function elsewhereText(found: Found<'best elsewhere'>, units: UnitSystem): string {
  const [least, own] = [found.least, found.own].map((value) => spokenValue(value, found.quantity, units) ?? '零');
  return `${bestTexts[found.in]}：${named(found.champion)}（${least}，${named(found.best)}为 ${own}）。`;
}

function limitText({ variants }: Found<'limits broken'>, units: UnitSystem): string {
  const names = variants.map(({ variant, over }) => {
    const passed = over > 0 ? `（结温超限 ${spokenValue(over, 'temperature difference', units)}）` : '';
    return `${named(variant)}${passed}`;
  });
  return `${names.join('、')}超出限值，不参与最优评选。`;
}
