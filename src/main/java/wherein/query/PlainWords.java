package wherein.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a search box makes of a text that is no query: its words and quoted phrases, as many as the limits allow. */
public final class PlainWords {

    private static final Pattern PIECES = Pattern.compile("\"([^\"]*)\"|\\S+");

    private final List<Piece> pieces;
    private final QueryParser.Operator operator;
    private final QueryLimits limits;

    private PlainWords(List<Piece> pieces, QueryParser.Operator operator, QueryLimits limits) {
        this.pieces = pieces;
        this.operator = operator;
        this.limits = limits;
    }

    /**
     * Those that are kept.
     *
     * @param clauses one for each word or phrase that is kept
     * @param leftOut the words that are not, each once
     */
    record Kept(List<Query.Clause> clauses, List<String> leftOut) {

        /** Takes copies. */
        Kept {
            clauses = List.copyOf(clauses);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** One word or phrase. */
    private record Piece(int place, Query query, int passages) {

        String text() {
            return query instanceof Query.Phrase phrase ? phrase.text() : ((Query.Word) query).text();
        }

        int length() {
            String printed = QueryPrinter.print(query);
            return printed.codePointCount(0, printed.length()) + 2;
        }
    }

    static PlainWords of(String line, QueryParser.Operator operator, QueryLimits limits) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECES.matcher(line);
        while (matcher.find()) {
            String phrase = matcher.group(1);
            String text = phrase == null ? matcher.group().replace("\"", "") : phrase;
            // What is longer than any phrase may be is words after all.
            String[] words = text.strip().split("\\s+");
            boolean isPhrase = phrase != null && words.length <= QueryParser.MAX_PHRASE;
            for (String each : isPhrase || phrase == null ? new String[] {text} : words) {
                if (!each.isEmpty()) {
                    Query query = isPhrase ? new Query.Phrase(Query.TEXT, each, 0) : new Query.Word(Query.TEXT, each);
                    pieces.add(new Piece(pieces.size(), query, 0));
                }
            }
        }
        return new PlainWords(pieces, operator, limits);
    }

    /** Whether one query has room for all. */
    boolean fit() {
        // It is the canonical form that has to be read again.
        String printed = QueryPrinter.print(new Query.Bool(clauses(pieces)));
        return pieces.size() <= limits.clauses() && printed.codePointCount(0, printed.length()) <= limits.characters();
    }

    /** All of them. */
    Kept all() {
        return new Kept(clauses(pieces), List.of());
    }

    /** The words, each once; phrases are of none. */
    public List<String> words() {
        return pieces.stream()
                .filter(piece -> piece.query instanceof Query.Word)
                .map(Piece::text)
                .distinct()
                .toList();
    }

    /**
     * Those that fewest passages have, each once and in the order of the text, as many as one query may hold.
     *
     * @param passages how many passages have each of the {@link #words}; 1 where it does not say
     */
    Kept heaviest(Map<String, Integer> passages) {
        Set<Query> seen = new HashSet<>();
        List<Piece> weighed = new ArrayList<>();
        for (Piece piece : pieces) {
            if (seen.add(piece.query)) {
                boolean word = piece.query instanceof Query.Word;
                // A word that no passage has finds nothing: it goes before all others.
                int count = word ? passages.getOrDefault(piece.text(), 1) : 1;
                weighed.add(new Piece(piece.place, piece.query, count == 0 ? Integer.MAX_VALUE : count));
            }
        }
        weighed.sort(Comparator.comparingInt(Piece::passages).thenComparingInt(Piece::place));
        List<Integer> places = new ArrayList<>();
        int length = 0;
        for (Piece piece : weighed) {
            if (places.size() < limits.clauses() && length + piece.length() <= limits.characters()) {
                places.add(piece.place);
                length += piece.length();
            }
        }
        List<Piece> kept = places.stream().sorted().map(pieces::get).toList();
        Set<Piece> in = new HashSet<>(kept);
        List<String> leftOut = pieces.stream()
                .filter(piece -> !in.contains(piece))
                .map(Piece::text)
                .distinct()
                .toList();
        return new Kept(clauses(kept), leftOut);
    }

    private List<Query.Clause> clauses(List<Piece> some) {
        Query.Occur occur = operator == QueryParser.Operator.AND ? Query.Occur.MUST : Query.Occur.SHOULD;
        return some.stream().map(piece -> new Query.Clause(occur, piece.query)).toList();
    }
}
