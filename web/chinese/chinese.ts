/** What the page says in 简体中文, loaded when it is first wanted. */

export { chineseAnswer } from './answer.ts';
export { translated } from './translated.ts';
