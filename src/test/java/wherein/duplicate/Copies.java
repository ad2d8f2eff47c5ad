package wherein.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import wherein.Seeded;

/** Makes texts of words of no language, copies of them as papers make them, and texts that differ from them in one word. */
final class Copies {

    private static final String[] SYLLABLES = {
        "ba", "ke", "ro", "mi", "lu", "ta", "ne", "so", "vi", "da", "gor", "len", "par", "stu", "mek", "о", "ра", "ти",
        "ску", "вен"
    };
    private static final String[] SMALL = {"the", "of", "and", "in", "to", "a", "that", "и", "в", "на", "was", "is"};
    private static final String[] QUOTES = {"\"%s\"", "“%s”", "«%s»", "„%s“", "‘%s’", "'%s'"};

    private final Random random;

    Copies(Random random) {
        this.random = random;
    }

    /** A sentence is its words, without signs. */
    List<String> sentence(int least, int most) {
        int length = least + random.nextInt(most - least + 1);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(10);
            words.add(kind < 4 ? Seeded.one(random, SMALL) : kind == 4 ? number() : kind == 5 ? name() : word());
        }
        return words;
    }

    /** A passage of some sentences, at least fifteen words. */
    List<List<String>> passage() {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> sentence(15, 30))
                .toList();
    }

    String word() {
        StringBuilder word = new StringBuilder();
        int alphabet = random.nextBoolean() ? 0 : 15;
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            word.append(SYLLABLES[alphabet + random.nextInt(alphabet == 0 ? 15 : 5)]);
        }
        return word.toString();
    }

    String number() {
        return String.valueOf(1 + random.nextInt(9_999));
    }

    String name() {
        String word = word();
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    /** The text of a passage, some words of it in {@code quotes}, and its lines {@code width} long or one. */
    String written(List<List<String>> passage, String quotes, int width) {
        StringBuilder text = new StringBuilder();
        for (List<String> sentence : passage) {
            List<String> words = new ArrayList<>(sentence);
            int quoted = words.size() / 2;
            words.set(quoted, String.format(quotes, words.get(quoted)));
            String line = String.join(" ", words);
            text.append(text.isEmpty() ? "" : " ").append(line).append('.');
        }
        return width == 0 ? text.toString() : wrapped(text.toString(), width);
    }

    String written(List<List<String>> passage) {
        return written(passage, QUOTES[0], 0);
    }

    String quotes() {
        return Seeded.one(random, QUOTES);
    }

    /** Breaks lines at {@code width}, now and then within a word. */
    private String wrapped(String text, int width) {
        StringBuilder wrapped = new StringBuilder();
        int line = 0;
        for (String word : text.split(" ")) {
            if (line > 0 && line + word.length() >= width) {
                boolean isLong = word.length() > 6 && word.chars().allMatch(Character::isLetter);
                if (isLong && random.nextInt(3) == 0) {
                    wrapped.append(' ').append(word, 0, 4).append("-\n").append(word.substring(4));
                    line = word.length() - 4;
                } else {
                    wrapped.append('\n').append(word);
                    line = word.length();
                }
            } else {
                wrapped.append(line == 0 ? "" : " ").append(word);
                line += word.length() + 1;
            }
        }
        return wrapped.toString();
    }

    /** {@code passage} without some words at its ends: at most a tenth at each. */
    List<List<String>> cut(List<List<String>> passage) {
        int words = passage.stream().mapToInt(List::size).sum();
        List<List<String>> cut = new ArrayList<>(passage);
        int first =
                random.nextInt(Math.max(1, Math.min(words / 10, cut.getFirst().size() - 8)));
        cut.set(0, cut.getFirst().subList(first, cut.getFirst().size()));
        int last = random.nextInt(Math.max(1, Math.min(words / 10, cut.getLast().size() - 8)));
        cut.set(cut.size() - 1, cut.getLast().subList(0, cut.getLast().size() - last));
        return cut;
    }

    /** {@code passage} with one word replaced or lost, or a "not" inserted; at neither end is one lost or inserted. */
    List<List<String>> changed(List<List<String>> passage) {
        List<List<String>> changed = new ArrayList<>(passage);
        int which = random.nextInt(changed.size());
        List<String> words = new ArrayList<>(changed.get(which));
        int at = 1 + random.nextInt(words.size() - 2);
        switch (random.nextInt(5)) {
            case 0 -> words.set(random.nextInt(words.size()), "n" + number() + "0");
            case 1 -> words.set(random.nextInt(words.size()), name() + "ov");
            case 2 -> words.set(random.nextInt(words.size()), word() + "x");
            case 3 -> words.add(at, random.nextBoolean() ? "not" : "не");
            default -> {
                int number = IntStream.range(0, words.size())
                        .filter(i -> Character.isDigit(words.get(i).charAt(0)))
                        .findFirst()
                        .orElse(at);
                words.set(
                        number, words.get(number).chars().allMatch(Character::isDigit) ? words.get(number) + "1" : "7");
            }
        }
        changed.set(which, words);
        return changed;
    }
}
