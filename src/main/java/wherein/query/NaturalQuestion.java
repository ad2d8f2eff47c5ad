package wherein.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wherein.analysis.AnalysedWord;

/**
 * A question as somebody types it. Its words that ask are left out, and those that only build it may match beside the others: what is
 * found has one of the words that say what it is about.
 *
 * @param query what is looked for
 * @param asks what the words that ask, ask for
 */
record NaturalQuestion(Query query, Asks asks) {

    /** The sign at the end, in the scripts that have one; Greek has its own, and a semicolon for it. */
    private static final String SIGNS = "?\uff1f\u061f\u037e";

    /** A word by itself among the clauses of a query, in the form that is compared; empty for other clauses. */
    private record Piece(Query.Clause clause, String word, boolean isFunctionWord) {

        static Piece of(Query.Clause clause) {
            if (clause.query() instanceof Query.Word word && word.field().equals(Query.TEXT) && clause.asks()) {
                List<AnalysedWord> words = AnalysedWord.of(word.text());
                if (words.size() == 1) {
                    return new Piece(
                            clause, words.getFirst().form(), words.getFirst().isFunctionWord());
                }
            }
            return new Piece(clause, "", false);
        }
    }

    /**
     * {@code query} as a question, if {@code line}, of which it was read, is one: it ends with the sign for it, or begins with words
     * that ask for a figure, which people often write without.
     */
    static Optional<NaturalQuestion> of(String line, Query query) {
        if (!(query instanceof Query.Bool bool)) {
            return Optional.empty();
        }
        List<Piece> pieces = bool.clauses().stream().map(Piece::of).toList();
        int at = 0;
        Optional<QuestionWords.Asking> asking = Optional.empty();
        while (at < pieces.size() && asking.isEmpty()) {
            asking = asking(pieces, at);
            at += asking.isEmpty() ? 1 : 0;
        }
        String end = line.strip();
        boolean isMarked = !end.isEmpty() && SIGNS.indexOf(end.charAt(end.length() - 1)) >= 0;
        boolean counts = at == 0 && asking.map(QuestionWords.Asking::asks).equals(Optional.of(Asks.FIGURE));
        if (!isMarked && !counts) {
            return Optional.empty();
        }
        return Optional.of(new NaturalQuestion(
                telling(pieces, at, asking),
                asking.map(QuestionWords.Asking::asks).orElse(Asks.TEXT)));
    }

    private static Optional<QuestionWords.Asking> asking(List<Piece> pieces, int at) {
        List<String> words = new ArrayList<>();
        for (int i = at; i < pieces.size() && !pieces.get(i).word.isEmpty(); i++) {
            words.add(pieces.get(i).word);
        }
        return QuestionWords.ALL.asking(words);
    }

    private static Query telling(List<Piece> pieces, int at, Optional<QuestionWords.Asking> asking) {
        String language = asking.map(QuestionWords.Asking::language).orElse("");
        int end = at + asking.map(QuestionWords.Asking::words).orElse(0);
        List<Query.Clause> any = new ArrayList<>();
        List<Query.Clause> little = new ArrayList<>();
        List<Query.Clause> rest = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean asks = i >= at && i < end;
            boolean isLittle = piece.isFunctionWord || QuestionWords.ALL.isLittle(language, piece.word);
            if (!asks && isLittle) {
                little.add(new Query.Clause(Query.Occur.SHOULD, piece.clause.query()));
            } else if (!asks) {
                (piece.clause.occur() == Query.Occur.SHOULD ? any : rest).add(piece.clause);
            }
        }
        boolean required = rest.stream().anyMatch(clause -> clause.occur() == Query.Occur.MUST);
        if (any.isEmpty() && !required) {
            // All of its words say little: then they are what is looked for.
            return new Query.Bool(pieces.stream().map(Piece::clause).toList());
        }
        List<Query.Clause> clauses = new ArrayList<>();
        if (little.isEmpty() || any.isEmpty()) {
            clauses.addAll(any);
        } else {
            Query one = any.size() == 1 ? any.getFirst().query() : new Query.Bool(any);
            clauses.add(new Query.Clause(Query.Occur.MUST, one));
        }
        clauses.addAll(rest);
        clauses.addAll(little);
        return new Query.Bool(clauses);
    }
}
