import { createFormat } from '../format.ts';
import { josa, withJosa } from '../josa.ts';
import type { Widen } from '../types.ts';
import type { linkEn } from './en.ts';

const format = createFormat('ko');

export const linkKo: Widen<typeof linkEn> = {
  noRequest: (p) =>
    `링크에는 ${format.clock(p.at)}에 시작한 ${p.number}번 요청을 자세히 보라고 되어 있는데, 이 실행에는 그런 요청이 없어요. 조작 내용이 바뀌었을 수 있어요. 자세히 보기는 닫아 두었어요.`,
  noPerson: (p) =>
    `링크에는 ${p.number}번 사용자를 자세히 보라고 되어 있는데, 여기에는 사용자가 ${format.number(p.of)}명뿐이에요. 자세히 보기는 닫아 두었어요.`,
  noServer: (p) =>
    `링크에는 서버 ${withJosa(p.name, '을/를')} 자세히 보라고 되어 있는데, 이 순간에는 그런 서버가 없어요. 자세히 보기는 닫아 두었어요.`,
  noServerThen: (p) =>
    `링크에는 ${format.clock(p.at)}에 서버 ${p.name}에 한 조작이 있는데, 그때는 그런 서버가 없어요. 이 조작으로 바뀌는 것은 없어요.`,
  noPersonThen: (p) =>
    `링크에는 ${format.clock(p.at)}에 ${p.number}번 사용자에게 한 조작이 있는데, 여기에는 사용자가 ${format.number(p.of)}명뿐이에요. 이 조작으로 바뀌는 것은 없어요.`,
  noSession: (p) =>
    `링크에는 ${p.number}번 세션을 자세히 보라고 되어 있는데, 이 순간까지 세션이 그만큼 만들어지지 않았어요. 자세히 보기는 닫아 두었어요.`,
  otherSession: (p) =>
    `링크에는 ${p.number}번 세션을 자세히 보라고 되어 있는데, 이 실행에서 ${p.number}번은 다른 사람이나 다른 때에 만든 세션이에요. 조작 내용이 바뀌었을 수 있어요. 자세히 보기는 닫아 두었어요.`,
  noReasons: (p) =>
    `링크에는 ${p.number}번 요청의 ‘왜 그럴까요?’를 펼치라고 되어 있는데, 이 순간의 기록에는 그 요청이 없어요. 접어 두었어요.`,
  notCompared: (p) =>
    `링크에 적힌 비교 조건 ‘${p.text}’${josa(p.text, '을/를')} 읽을 수 없어서 빼고 열었어요.`,
  noPart: (p) =>
    `링크에는 ${format.clock(p.from)}부터 ${format.clock(p.to)}까지 보라고 되어 있는데, 이 순간의 타임라인은 거기까지 닿지 않아요. 타임라인 전체를 보여 드려요.`,
  newer: (p) =>
    `링크에서 ‘${p.text}’${josa(p.text, '으로/로')} 시작하는 부분은 이 페이지의 더 새로운 버전에서 만들었어요. 거기에 담긴 다른 갈래는 빼고 나머지는 그대로 열었어요. 페이지를 새로 고치면 새 버전으로 바뀔 수 있어요.`,
  broken: (p) =>
    `링크에서 ‘#’ 뒷부분을 읽을 수 없어요: ‘${p.text}’. 옮기다가 잘렸을 수 있어요. 거기에 담긴 다른 갈래는 빼고 나머지는 그대로 열었어요.`,
};
