package wherein.recognise.person;

import wherein.text.Tokens;

/** Joins tokens to compound words: {@code O'Brien}, {@code Bailey-Ross}, {@code al-Assad}, but not {@code pro-Kremlin}. */
final class Compounds {

    private final Tokens tokens;
    private final String text;
    private final PersonLexicon lexicon;

    Compounds(Tokens tokens, PersonLexicon lexicon) {
        this.tokens = tokens;
        this.text = tokens.text();
        this.lexicon = lexicon;
    }

    /** The last token of the compound word that begins at {@code token}. */
    int end(int token) {
        int end = token;
        while (glue(end + 1) && tokens.isWord(end + 2) && !tokens.spaceBefore(end + 2)) {
            boolean joins = tokens.start(end + 1) + 1 == tokens.end(end + 1) && isHyphen(end + 1)
                    ? joinsHyphen(token, end, end + 2)
                    : joinsApostrophe(end, end + 2) && !elided(end);
            if (!joins) {
                break;
            }
            end += 2;
        }
        return end;
    }

    private boolean glue(int token) {
        return token < tokens.size()
                && !tokens.isWord(token)
                && !tokens.spaceBefore(token)
                && (isHyphen(token) || isApostrophe(token));
    }

    private boolean isHyphen(int token) {
        char c = text.charAt(tokens.start(token));
        return c == '-' || c == '‐' || c == '‑';
    }

    private boolean isApostrophe(int token) {
        char c = text.charAt(tokens.start(token));
        return c == '\'' || c == '’' || c == 'ʼ' || c == '`' || c == '‘';
    }

    private boolean joinsHyphen(int head, int left, int right) {
        int before = listed(left);
        int after = listed(right);
        if ((before & Flags.PREFIX) != 0 && (before & Flags.GIVEN) == 0) {
            return false;
        }
        if (tokens.isCapitalised(head)) {
            return (after & Flags.TAIL) == 0;
        }
        return head == left && (before & Flags.PARTICLE) != 0 && tokens.isCapitalised(right);
    }

    private boolean joinsApostrophe(int left, int right) {
        int after = tokens.end(right) - tokens.start(right);
        if (tokens.isCapitalised(right)) {
            return after > 1 && tokens.end(left) - tokens.start(left) <= 3;
        }
        if (!tokens.isCapitalised(left) || after < 2) {
            return false;
        }
        String end = tokens.lower(right);
        return !end.equals("re") && !end.equals("ve") && !end.equals("ll");
    }

    /** Whether the word is an article or preposition before its vowel, and not within a name: d'Anne, but Giscard d'Estaing. */
    private boolean elided(int token) {
        if (!lexicon.isForeign() || (listed(token) & Flags.ELISION) == 0) {
            return false;
        }
        boolean within =
                token > 0 && !tokens.lineBefore(token) && tokens.isWord(token - 1) && tokens.isCapitalised(token - 1);
        return tokens.isCapitalised(token) ? opens(token) : !within;
    }

    /** Whether a line, a sentence or a quotation begins with the word. */
    private boolean opens(int token) {
        return token == 0 || tokens.lineBefore(token) || !tokens.isWord(token - 1) && !tokens.is(token - 1, ',');
    }

    private int listed(int token) {
        return lexicon.flags(PersonLexicon.hash(text, tokens.start(token), tokens.end(token)));
    }
}
