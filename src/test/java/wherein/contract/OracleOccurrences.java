package wherein.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import wherein.contract.Model.Named;
import wherein.contract.Model.Word;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.Query;
import wherein.text.Span;

/** Finds what a clause looks for by trying every combination of words. */
final class OracleOccurrences {

    private OracleOccurrences() {}

    /** One way to match: from which word to which, and what is marked for it. */
    record Way(int first, int last, List<Span> marks) {}

    static List<Way> of(Query query, List<Word> words, List<Named> mentions) {
        return switch (query) {
            case Query.Word word -> laid(word.text().strip().split(" "), 0, words);
            case Query.Phrase phrase -> laid(phrase.text().strip().split(" "), phrase.slop(), words);
            case Query.Exact exact -> laid(exact.text().strip().split(" "), exact.slop(), words);
            case Query.Pattern pattern -> {
                List<Way> ways = new ArrayList<>();
                for (int i = 0; i < words.size(); i++) {
                    if (takes(pattern, words.get(i).key())) {
                        ways.add(new Way(i, i, List.of(words.get(i).span())));
                    }
                }
                yield ways;
            }
            case Query.Mentioned mentioned ->
                mentions.stream()
                        .filter(each -> selects(mentioned.mentions(), each.mention()))
                        .map(each -> new Way(each.first(), each.last(), List.of(each.span())))
                        .toList();
            case Query.Boost boost -> of(boost.query(), words, mentions);
            case Query.Bool bool ->
                bool.clauses().stream()
                        .flatMap(clause -> of(clause.query(), words, mentions).stream())
                        .toList();
            case Query.Near near -> near(near, words, mentions);
            default -> throw new IllegalArgumentException("no place in a text: " + query);
        };
    }

    /** Every way to give each word of a phrase a word of the text, its own, none too far from where the phrase has it. */
    private static List<Way> laid(String[] phrase, int slop, List<Word> words) {
        List<Way> ways = new ArrayList<>();
        choose(phrase, 0, words, new ArrayList<>(), chosen -> {
            int least = Integer.MAX_VALUE;
            int greatest = Integer.MIN_VALUE;
            for (int i = 0; i < chosen.size(); i++) {
                least = Math.min(least, chosen.get(i) - i);
                greatest = Math.max(greatest, chosen.get(i) - i);
            }
            if (greatest - least <= slop) {
                int first = chosen.stream().min(Comparator.naturalOrder()).orElseThrow();
                int last = chosen.stream().max(Comparator.naturalOrder()).orElseThrow();
                Span whole = new Span(
                        words.get(first).span().start(), words.get(last).span().end());
                ways.add(new Way(
                        first,
                        last,
                        slop == 0
                                ? List.of(whole)
                                : chosen.stream().map(i -> words.get(i).span()).toList()));
            }
        });
        return ways;
    }

    private static void choose(
            String[] phrase, int at, List<Word> words, List<Integer> chosen, Consumer<List<Integer>> result) {
        if (at == phrase.length) {
            result.accept(List.copyOf(chosen));
            return;
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).key().equals(Model.key(phrase[at])) && !chosen.contains(i)) {
                chosen.add(i);
                choose(phrase, at + 1, words, chosen, result);
                chosen.removeLast();
            }
        }
    }

    private static List<Way> near(Query.Near near, List<Word> words, List<Named> mentions) {
        List<List<Way>> operands = near.operands().stream()
                .map(operand -> List.copyOf(new HashSet<>(of(operand, words, mentions))))
                .toList();
        Set<Way> ways = new HashSet<>();
        combine(operands, new ArrayList<>(), chosen -> {
            List<Way> inText = new ArrayList<>(chosen);
            if (!near.ordered()) {
                inText.sort(Comparator.comparingInt(Way::first));
            }
            for (int i = 1; i < inText.size(); i++) {
                int between = inText.get(i).first() - inText.get(i - 1).last() - 1;
                if (between < 0 || between > near.distance()) {
                    return;
                }
            }
            List<Span> marks =
                    inText.stream().flatMap(way -> way.marks().stream()).toList();
            ways.add(new Way(inText.getFirst().first(), inText.getLast().last(), marks));
        });
        return List.copyOf(ways);
    }

    private static void combine(List<List<Way>> operands, List<Way> chosen, Consumer<List<Way>> result) {
        if (chosen.size() == operands.size()) {
            result.accept(List.copyOf(chosen));
            return;
        }
        for (Way way : operands.get(chosen.size())) {
            chosen.add(way);
            combine(operands, chosen, result);
            chosen.removeLast();
        }
    }

    /** Whether {@code word}, folded, is one that {@code pattern} stands for. */
    static boolean takes(Query.OfWords pattern, String word) {
        return switch (pattern) {
            case Query.Wildcard wildcard -> wild(wildcard.pattern(), 0, word, 0);
            case Query.Fuzzy fuzzy -> edits(Model.key(fuzzy.text()), word) <= fuzzy.edits();
            case Query.Regex regex ->
                Pattern.compile(regex.expression(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(word)
                        .matches();
            case Query.WordRange range -> {
                int from = range.from().isEmpty() ? 1 : compare(word, range.from());
                int to = range.to().isEmpty() ? -1 : compare(word, range.to());
                yield (range.fromIncluded() ? from >= 0 : from > 0) && (range.toIncluded() ? to <= 0 : to < 0);
            }
            default -> throw new IllegalArgumentException("no pattern: " + pattern);
        };
    }

    private static int compare(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = Model.key(b).codePoints().toArray();
        return java.util.Arrays.compare(left, right);
    }

    private static boolean wild(String pattern, int at, String word, int in) {
        if (at == pattern.length()) {
            return in == word.length();
        }
        char sign = pattern.charAt(at);
        if (sign == '*') {
            return wild(pattern, at + 1, word, in)
                    || in < word.length() && wild(pattern, at, word, word.offsetByCodePoints(in, 1));
        }
        if (in == word.length()) {
            return false;
        }
        if (sign == '?') {
            return wild(pattern, at + 1, word, word.offsetByCodePoints(in, 1));
        }
        int own = sign == '\\' ? at + 1 : at;
        return Character.toLowerCase(pattern.charAt(own)) == word.charAt(in) && wild(pattern, own + 1, word, in + 1);
    }

    /** Letters to insert, leave out, change or swap, by recursion over the ends of both words. */
    private static int edits(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.codePointCount(0, a.length()) + b.codePointCount(0, b.length());
        }
        int i = a.offsetByCodePoints(a.length(), -1);
        int j = b.offsetByCodePoints(b.length(), -1);
        boolean same = a.substring(i).equals(b.substring(j));
        if (same) {
            return edits(a.substring(0, i), b.substring(0, j));
        }
        int least = 1 + edits(a.substring(0, i), b.substring(0, j));
        least = Math.min(least, 1 + edits(a.substring(0, i), b));
        least = Math.min(least, 1 + edits(a, b.substring(0, j)));
        if (i > 0 && j > 0) {
            int k = a.offsetByCodePoints(i, -1);
            int l = b.offsetByCodePoints(j, -1);
            if (a.substring(k, i).equals(b.substring(j)) && a.substring(i).equals(b.substring(l, j))) {
                least = Math.min(least, 1 + edits(a.substring(0, k), b.substring(0, l)));
            }
        }
        return least;
    }

    private static boolean selects(MentionSelector selector, Mention mention) {
        if (!selector.types().contains(mention.type())) {
            return false;
        }
        return switch (mention) {
            case Mention.Country country -> selector.ids().contains(country.id());
            case Mention.Person person -> true;
            case Mention.Figure figure ->
                selector.value()
                        .map(range -> figure.min().doubleValue() <= range.max()
                                && figure.max().doubleValue() >= range.min())
                        .orElse(true);
            case Mention.Date date -> false;
        };
    }
}
