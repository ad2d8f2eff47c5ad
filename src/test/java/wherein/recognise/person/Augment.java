package wherein.recognise.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import wherein.recognise.language.Language;
import wherein.recognise.language.Languages;
import wherein.recognise.language.WordClass;
import wherein.text.Tokens;

/** Makes more samples of few: other spacing, other names, headlines, whole articles of single sentences. */
final class Augment {

    private final Random random;
    private final List<String> given = new ArrayList<>();
    private final List<String> surnames = new ArrayList<>();

    private Augment(Random random) {
        this.random = random;
        PersonWordLists.read("given-latin.tsv", (label, name) -> given.add(name));
        PersonWordLists.read("surnames.tsv", (label, name) -> surnames.add(name));
    }

    /** English: {@code blocks} are sentences in order, tokens set apart by spaces. */
    static List<Sample> english(List<List<Sample>> blocks, Random random) {
        return english(blocks, random, PersonLexicon.standard());
    }

    /** The same, as a language looks of which there is no list of all words; with capitals for nouns if {@code nouns}. */
    static List<Sample> foreign(List<List<Sample>> blocks, Random random, boolean nouns) {
        PersonLexicon lexicon = PersonLexicon.foreign(Languages.of("en"));
        List<Sample> samples = english(blocks, random, lexicon);
        return nouns ? samples.stream().map(Augment::withNouns).toList() : samples;
    }

    private static List<Sample> english(List<List<Sample>> blocks, Random random, PersonLexicon lexicon) {
        List<Sample> samples = new Augment(random).augmented(blocks, random);
        return samples.stream()
                .map(sample -> new Sample(sample.id(), sample.text(), sample.spans(), lexicon))
                .toList();
    }

    /** A capital for each word that looks like the head of its phrase: a small one of no function before one of function. */
    private static Sample withNouns(Sample sample) {
        StringBuilder text = new StringBuilder(sample.text());
        Tokens tokens = new Tokens(sample.text());
        Language english = Languages.of("en");
        for (int i = 0; i < tokens.size(); i++) {
            boolean small = tokens.isWord(i) && !tokens.isCapitalised(i) && tokens.end(i) - tokens.start(i) > 3;
            boolean plain = small
                    && !english.has(WordClass.FUNCTION, tokens.lower(i))
                    && !english.has(WordClass.SPEECH, tokens.lower(i))
                    && !tokens.lower(i).endsWith("ly")
                    && !tokens.lower(i).endsWith("ed");
            boolean last = i + 1 == tokens.size()
                    || !tokens.isWord(i + 1)
                    || english.has(WordClass.FUNCTION, tokens.lower(i + 1));
            if (plain && last) {
                text.setCharAt(tokens.start(i), Character.toUpperCase(text.charAt(tokens.start(i))));
            }
        }
        return new Sample(sample.id(), text.toString(), sample.spans(), sample.lexicon());
    }

    private List<Sample> augmented(List<List<Sample>> blocks, Random random) {
        Augment augment = this;
        List<Sample> all = new ArrayList<>();
        for (List<Sample> block : blocks) {
            all.addAll(block);
            for (int copy = 0; copy < 5; copy++) {
                int at = 0;
                while (at < block.size()) {
                    int to = Math.min(block.size(), at + 1 + random.nextInt(copy == 0 ? 3 : 14));
                    Sample joined = augment.join(block.subList(at, to), copy >= 2);
                    all.add(joined);
                    at = to;
                }
            }
            for (Sample sentence : block) {
                if (!sentence.spans().isEmpty() && random.nextInt(3) == 0) {
                    all.add(augment.headline(sentence, random.nextInt(3) == 0));
                }
            }
        }
        return all;
    }

    /** Russian: whole documents, and pieces of them. */
    static List<Sample> russian(List<Sample> documents, Random random) {
        List<Sample> all = new ArrayList<>(documents);
        for (Sample document : documents) {
            all.addAll(paragraphs(document, random));
        }
        return all;
    }

    private static List<Sample> paragraphs(Sample document, Random random) {
        List<Sample> parts = new ArrayList<>();
        int from = 0;
        while (from < document.text().length()) {
            int to = document.text().indexOf('\n', Math.min(document.text().length(), from + random.nextInt(500)));
            to = to < 0 ? document.text().length() : to + 1;
            parts.add(cut(document, from, to));
            from = to;
        }
        return parts;
    }

    private static Sample cut(Sample sample, int from, int to) {
        List<int[]> spans = new ArrayList<>();
        for (int[] span : sample.spans()) {
            if (span[0] >= from && span[1] <= to) {
                spans.add(new int[] {span[0] - from, span[1] - from});
            }
        }
        return new Sample(sample.id(), sample.text().substring(from, to), spans, sample.lexicon());
    }

    /** Several sentences as one text with usual spacing; with other names where {@code renamed}. */
    private Sample join(List<Sample> sentences, boolean renamed) {
        StringBuilder text = new StringBuilder();
        List<int[]> spans = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (Sample sentence : sentences) {
            int at = 0;
            for (int[] span : sentence.spans()) {
                if (span[0] < at) {
                    continue;
                }
                spaced(text, sentence.text().substring(at, span[0]));
                String name = sentence.text().substring(span[0], span[1]);
                int start = text.length();
                spaced(text, renamed ? rename(name, names) : name);
                while (start < text.length() && text.charAt(start) == ' ') {
                    start++;
                }
                int end = text.length();
                while (end > start && text.charAt(end - 1) == ' ') {
                    end--;
                }
                spans.add(new int[] {start, end});
                at = span[1];
            }
            spaced(text, sentence.text().substring(at));
            text.append(random.nextInt(5) == 0 ? "\n" : " ");
        }
        return new Sample(
                sentences.get(0).id(), text.toString(), spans, sentences.get(0).lexicon());
    }

    private static void spaced(StringBuilder text, String piece) {
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            boolean glued = ".,;:!?)]'".indexOf(c) >= 0 && i + 1 <= piece.length();
            int last = text.length() - 1;
            if (last >= 0 && text.charAt(last) == ' ' && (glued || c == ' ')) {
                text.setLength(last);
            }
            if (c == ' ' && text.length() > 0 && "([".indexOf(text.charAt(text.length() - 1)) >= 0) {
                continue;
            }
            text.append(c);
        }
    }

    /** Another name with as many parts; a part that came before in the same text gets the same one again. */
    private String rename(String name, Map<String, String> names) {
        String[] parts = name.split(" ");
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].length() > 2 && Character.isUpperCase(parts[i].charAt(0)) && !parts[i].endsWith(".")) {
                boolean last = i == parts.length - 1 && (parts.length > 1 || random.nextBoolean());
                parts[i] = names.computeIfAbsent(parts[i], old -> last ? surname(old) : given(old));
            }
        }
        return String.join(" ", parts);
    }

    private String given(String old) {
        return random.nextInt(4) == 0 ? old : pick(given);
    }

    private String surname(String old) {
        return switch (random.nextInt(4)) {
            case 0 -> old;
            case 1 -> pick(given);
            case 2 -> invented();
            default -> pick(surnames);
        };
    }

    /** A name that no list has: pieces of two surnames. */
    private String invented() {
        String head = pick(surnames);
        String tail = pick(surnames);
        String word = head.substring(0, (head.length() + 1) / 2)
                + tail.substring(tail.length() / 2).toLowerCase(Locale.ROOT);
        return word.length() < 4 ? word + "an" : word;
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The sentence as a headline: every word with a capital, or all in capitals. */
    private Sample headline(Sample sentence, boolean upper) {
        char[] text = sentence.text().toCharArray();
        for (int i = 0; i < text.length; i++) {
            boolean first = i == 0 || text[i - 1] == ' ';
            int next = sentence.text().indexOf(' ', i);
            boolean longWord = (next < 0 ? text.length : next) - i > 3;
            if (upper || first && longWord) {
                char big = Character.toUpperCase(text[i]);
                text[i] = big;
            }
        }
        return new Sample(sentence.id(), new String(text), sentence.spans(), sentence.lexicon());
    }
}
