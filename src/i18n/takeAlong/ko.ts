import { createFormat } from '../format.ts';
import type { Widen } from '../types.ts';
import type { takeAlongEn } from './en.ts';

const format = createFormat('ko');

export const takeAlongKo: Widen<typeof takeAlongEn> = {
  copy: '복사',
  copied: '복사했어요.',
  copyFailed: '여기서는 복사가 막혀 있어요. 선택해 두었으니 Ctrl+C나 ⌘C를 누르세요.',
  shareTitle: '이 순간의 링크',
  shareHelp:
    '링크에는 시나리오와 시드, 지금까지 한 조작, 이 순간, 그리고 펼쳐 둔 것이 담겨요. 누가 열어도 똑같은 장면이 나와요.',
  long: (p) =>
    `링크가 ${format.number(p.characters)}자예요. ${format.number(p.most)}자가 넘으면 링크를 자르는 프로그램이 있어요. 파일로 저장하면 온전히 전할 수 있어요. 파일을 열면 이 순간으로 와요.`,
  longRuns: (p) =>
    `링크가 ${format.number(p.characters)}자예요. ${format.number(p.most)}자가 넘으면 링크를 자르는 프로그램이 있어요. 다른 갈래를 빼면 ${format.number(p.without)}자예요. 파일로 저장하면 온전히 전할 수 있어요. 파일을 열면 이 순간으로 와요.`,
  onlyThis: '지금 보는 갈래만',
  saveFile: '파일로 저장',
  fileText: '이 순간 열기',
  embedTitle: '내 글에 넣기',
  embedHelp:
    '이 코드를 블로그 글에 붙여 넣으세요. 멈춘 상태로 열리고, 외부 사이트에서 따로 불러오는 것은 없어요.',
};
