import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEnglish } from '../../../lib/text/language.ts';

describe('detectEnglish', () => {
  it.each([
    'We chose mid-sized clinics over hospitals because they decide in weeks and not in years.',
    'The export is slow for large accounts; this release makes it run in the background.',
    'Goals for the half: grow weekly teams by 30 % and keep churn under 2 %.',
    'If the pilot fails, we stop.\nOwners are named in the table.',
  ])('recognises English: %s', (text) => {
    expect(detectEnglish(text)).toBe('english');
  });

  it.each([
    [
      'German',
      'Wir haben uns für die mittleren Kliniken entschieden, weil sie schneller und mit weniger Aufwand kaufen.',
    ],
    ['French', 'Nous avons choisi les cliniques de taille moyenne pour des raisons de vitesse, et pas les hôpitaux.'],
    [
      'Spanish',
      'Elegimos las clínicas medianas porque deciden en semanas y no en años, con menos riesgo para el equipo.',
    ],
    [
      'Portuguese',
      'Escolhemos as clínicas médias porque decidem em semanas, com menos risco para o time e não em anos.',
    ],
    [
      'Italian',
      'Abbiamo scelto le cliniche medie perché decidono in poche settimane e non sono legate alla gara della regione.',
    ],
    [
      'Dutch',
      'We kiezen voor de middelgrote klinieken omdat die het snelst beslissen en niet jaren wachten op een aanbesteding.',
    ],
    ['Swedish', 'Vi har valt de medelstora klinikerna för att de kan besluta på några veckor och inte på flera år.'],
    [
      'Polish',
      'Wybraliśmy średnie kliniki, ponieważ nie czekają przez lata na przetarg i są otwarte na pilotaż, który się zaczął.',
    ],
    [
      'Turkish',
      'Orta boy klinikleri seçtik çünkü daha hızlı karar veriyorlar ve bu bizim için çok önemli bir fırsat olarak görülüyor.',
    ],
    ['Russian', 'Мы выбрали средние клиники, потому что они решают за недели.'],
    ['Hebrew', 'בחרנו במרפאות בינוניות כי הן מחליטות בתוך שבועות'],
    ['Arabic', 'اخترنا العيادات المتوسطة لأنها تقرر خلال أسابيع'],
    ['Japanese', '中規模のクリニックを選びました。数週間で決定するからです。'],
    ['Korean', '우리는 중간 규모의 클리닉을 선택했습니다'],
    ['Hindi', 'हमने मध्यम आकार के क्लीनिक चुने क्योंकि वे हफ्तों में निर्णय लेते हैं'],
  ])('recognises %s as another language', (_, text) => {
    expect(detectEnglish(text)).toBe('other');
  });

  it.each(['', '12 / 34', 'TBD', 'Fix login bug', 'Add CSV export', 'pizza', 'OS: EST, per MIT'])(
    'says it cannot tell from %j',
    (text) => {
      expect(detectEnglish(text)).toBe('unknown');
    },
  );

  it('takes an English document with a foreign quote for English', () => {
    expect(
      detectEnglish(
        'Customers in Lyon told us what they want: "une liste des commandes pour le lundi". We will build the list first, and it will be ready for the trade fair.',
      ),
    ).toBe('english');
  });

  it('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['english', 'other', 'unknown']).toContain(detectEnglish(text));
      }),
    );
  });
});
