import type { LessonWords } from '../lesson.ts';

export const en: LessonWords = {
  title: 'Where did my login go?',
  steps: {
    oneServer: {
      title: 'One server remembers everybody',
      text: [
        'Eight people log in. Each login leaves a record in the server’s memory, drawn as that person’s shape, and each person keeps a cookie that names the record.',
        'Looking into one’s own memory takes no network and next to no time. Nothing could be simpler.',
      ],
    },
    restart: {
      title: 'The server restarts, and forgets',
      text: [
        'A restart empties memory. Everybody still holds a valid cookie, but the record it names is gone: the next request gets a 401, and all eight have to log in again.',
        'That is session inconsistency: valid session information, no record found, authentication fails.',
      ],
    },
    twoServers: {
      title: 'More people, so a second server',
      text: [
        'Server B joins. The balancer deals requests out in turn: A, B, A, B.',
        'Nobody has told B about the logins that A has seen.',
      ],
    },
    refusal: {
      title: 'Nothing is broken, and yet: 401',
      text: [
        'A request goes to the server that did not see its login. The cookie is valid and the session exists, but on the other server.',
        'Logging in again only moves the problem: now the new record is on one server, and the next request goes to the other.',
      ],
    },
    sticky: {
      title: 'Sticky routing: always back to the same server',
      text: [
        'The balancer adds a cookie of its own that names a server, and sends everybody back to it. The small numbers on the balancer count who is bound where.',
        'No more refusals. The servers still know nothing of each other.',
      ],
    },
    death: {
      title: 'Until that server dies',
      text: [
        'Server A is killed. Exactly the people whose sessions were in its memory are refused; the others notice nothing.',
        'Sticky routing prevents misses. It saves no session.',
      ],
    },
    sharedStore: {
      title: 'A store that all servers ask',
      text: [
        'Sessions move out of the servers into one store. Now any server will do: B dies, and nobody is logged out.',
        'The price: one more hop for every request, and one more thing that can be lost. Kill the store yourself and see.',
      ],
    },
  },
};
