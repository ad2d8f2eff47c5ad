package wherein.lucene;

import java.util.List;
import java.util.Random;

/**
 * Makes texts that are like reports of news as far as an index can tell: words as frequent as those of a language (Zipf's law over
 * 60,000 made-up words and the commonest English ones), and in each paragraph of about 900 characters a dozen countries, people,
 * figures and dates. The same number gives the same text.
 */
final class NewsText {

    private static final String[] COMMON =
            ("the of to and a in that is for it on was with as be at by he from have this but are an has "
                            + "said his they who not their which were will been had would about more its or one also than after when "
                            + "there many people last other first up out two new government years against into all because over "
                            + "some could what before between year so most state week under them since those where made officials")
                    .split(" ");
    private static final String[] SYLLABLES =
            ("ba be bi bo bu da de di do du fa fe fi ga ge go ha he hi ka ke ki ko la le li lo lu ma "
                            + "me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi wa we "
                            + "ya yo cha she tra pro con sta ble ment tion ing")
                    .split(" ");
    private static final String[] ENDINGS = {"", "", "", "s", "ed", "ing", "er", "ly", "ment", "tion", "al"};
    private static final List<String> COUNTRIES = List.of(
            "Russia",
            "Georgia",
            "Armenia",
            "Kazakhstan",
            "Germany",
            "France",
            "the United States",
            "Serbia",
            "Turkey",
            "Israel",
            "Finland",
            "Poland",
            "Ukraine",
            "China",
            "Japan",
            "Brazil",
            "Kenya",
            "Chile",
            "Canada",
            "Norway");
    private static final List<String> PEOPLES =
            List.of("Russian", "Georgian", "German", "French", "Turkish", "Polish", "Kenyan");
    private static final List<String> GIVEN = List.of(
            "Anna", "Maria", "Peter", "Olga", "Michael", "Elena", "David", "Laura", "Thomas", "Julia", "Robert",
            "Nina");
    private static final List<String> THINGS =
            List.of("people", "percent", "migrants", "workers", "dollars", "companies", "kilometers", "voters");
    private static final List<String> MONTHS =
            List.of("January", "February", "March", "April", "May", "June", "July", "August", "September", "October");
    private static final int WORDS = 60_000;
    private static final int PARAGRAPH = 900;

    private final String[] words = new String[WORDS];
    private final double[] reached = new double[WORDS];

    NewsText() {
        Random random = new Random(1);
        double sum = 0;
        for (int i = 0; i < WORDS; i++) {
            words[i] = i < COMMON.length ? COMMON[i] : word(random);
            sum += 1.0 / (i + 3);
            reached[i] = sum;
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i >= 0; i--) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.append(ENDINGS[random.nextInt(ENDINGS.length)]).toString();
    }

    /** The text of document {@code number}, of so many paragraphs with an empty line between. */
    String document(int number, int paragraphs) {
        Random random = new Random(number * 31L + 7);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < paragraphs; i++) {
            int start = text.length();
            while (text.length() - start < PARAGRAPH) {
                sentence(random, text);
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    private void sentence(Random random, StringBuilder text) {
        int start = text.length();
        for (int i = 10 + random.nextInt(15); i > 0; i--) {
            int what = random.nextInt(100);
            if (what < 4) {
                text.append(one(random, COUNTRIES));
            } else if (what < 5) {
                text.append(one(random, PEOPLES));
            } else if (what < 7) {
                String surname = words[COMMON.length + random.nextInt(3_000)];
                text.append(one(random, GIVEN)).append(' ').append(Character.toUpperCase(surname.charAt(0)));
                text.append(surname.substring(1));
            } else if (what < 9) {
                text.append("%,d ".formatted(1 + random.nextInt(1 << 2 + random.nextInt(20))))
                        .append(one(random, THINGS));
            } else if (what < 10) {
                text.append("on ").append(1 + random.nextInt(28)).append(' ').append(one(random, MONTHS));
                text.append(' ').append(1990 + random.nextInt(36));
            } else {
                text.append(zipf(random));
            }
            text.append(i == 1 ? ". " : random.nextInt(12) == 0 ? ", " : " ");
        }
        text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
    }

    private String zipf(Random random) {
        int at = java.util.Arrays.binarySearch(reached, random.nextDouble() * reached[WORDS - 1]);
        return words[at < 0 ? Math.min(WORDS - 1, -at - 1) : at];
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
