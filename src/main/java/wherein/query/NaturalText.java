package wherein.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody meant who typed into a search box: signs that in this place are punctuation rather than the query language
 * go, and what the language has stays. {@code what is slip?}, {@code and/or}, {@code Re: visas}, {@code 10:30} and
 * {@code fog - mist} are words; {@code wom?n}, {@code emigr*}, {@code /colou?r/} and {@code title:fog} are not.
 */
final class NaturalText {

    private static final Pattern FIELD = Pattern.compile("([\\p{L}\\p{N}_.]+):");
    private static final Pattern NEAR = Pattern.compile("O?NEAR/\\d+");
    /** A word with hyphens between slashes is no expression: no word of an index has a hyphen. */
    private static final Pattern EXPRESSION = Pattern.compile(
            "(?!/[\\p{L}\\p{N}]+-[\\p{L}\\p{N}-]+/)/(?:[^\\s/\\\\]|\\\\\\S)++/(?:\\^[0-9.]+)?(?=[\\s)]|$)");

    private static final Pattern RANGE = Pattern.compile("[\\[{]\\s*(?:\"[^\"]*\"|[^\\s\"\\[\\]{}]+)\\s+TO\\s+"
            + "(?:\"[^\"]*\"|[^\\s\"\\[\\]{}]+)\\s*[]}](?:\\^[0-9.]+)?");
    private static final Pattern SUFFIX = Pattern.compile("(?:~[0-9.]+)?(?:\\^[0-9.]+)?");
    private static final Pattern LIKE = Pattern.compile("~[12]?(?:\\^[0-9.]+)?");
    private static final Pattern WEIGHT = Pattern.compile("\\^[0-9.]+");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:u[0-9a-fA-F]{4}|AND|OR|NOT|[^\\p{L}\\p{N}\\s])");
    private static final Pattern ADDRESS = Pattern.compile("\\p{L}[\\p{L}\\p{N}+.-]*://.+|www\\..+");
    private static final Pattern WILD = Pattern.compile("[*?]+");
    private static final Pattern LONE_STAR = Pattern.compile("(?<![^\\s(])\\*+(?![^\\s)])");
    private static final Pattern LIKENESS = Pattern.compile("(?<!\\\\)[*?~]");

    /** Signs before a word; inside of one, as in C++ or pro-Kremlin, they are its own. */
    private static final Pattern SIGNS = Pattern.compile("[+\\-!]+");

    private final String line;
    private final Predicate<String> isField;
    private final List<Token> tokens = new ArrayList<>();

    /** How a token joins with its neighbours. */
    private enum Kind {
        OPERAND,
        /** Words that were one piece: they stay together beside an operator. */
        WORDS,
        /** Stands between two: AND, OR, NEAR. */
        BETWEEN,
        /** Stands before one: NOT, and the signs. */
        BEFORE,
        OPEN,
        CLOSE,
        GONE
    }

    /**
     * A piece of the line.
     *
     * @param plain what is left of it where it has nothing to join
     * @param glued whether it stands directly before the next
     */
    private record Token(Kind kind, String text, String plain, boolean glued) {

        Token alone() {
            return new Token(plain.isEmpty() ? Kind.GONE : Kind.OPERAND, plain, plain, false);
        }

        boolean isOperand() {
            return kind == Kind.OPERAND || kind == Kind.WORDS;
        }

        /** Whether it is an operator that is a word too. */
        boolean isSpelled() {
            return isOperator() && Character.isLetter(text.charAt(0));
        }

        boolean isOperator() {
            return kind == Kind.BETWEEN || kind == Kind.BEFORE;
        }
    }

    private NaturalText(String line, Predicate<String> isField) {
        this.line = line;
        this.isField = isField;
    }

    /** {@code line} as a query in which only that is syntax which was meant so. */
    static String syntax(String line, Predicate<String> isField) {
        if (WILD.matcher(line.strip()).matches()) {
            return line;
        }
        String meant = new NaturalText(line, isField).run();
        // Where nothing else is left a star is every passage, not a sign that hangs about.
        return meant.isEmpty() && LONE_STAR.matcher(line).find() ? "*" : meant;
    }

    private String run() {
        int i = 0;
        while (i < line.length()) {
            i = Character.isWhitespace(line.charAt(i)) ? i + 1 : next(i);
        }
        capitals();
        brackets();
        operators();
        StringBuilder text = new StringBuilder();
        boolean joins = tokens.stream().anyMatch(Token::isOperator);
        for (Token token : tokens) {
            if (token.kind != Kind.GONE) {
                boolean group = joins && token.kind == Kind.WORDS;
                text.append(group ? "(" + token.text + ")" : token.text).append(token.glued ? "" : " ");
            }
        }
        return text.toString().strip();
    }

    /** Takes the token that begins at {@code start}; the position behind it. */
    private int next(int start) {
        Matcher named = at(FIELD, start);
        boolean field = named.lookingAt() && (isField.test(named.group(1)));
        int body = field ? named.end() : line.startsWith("*:", start) ? start + 2 : start;
        char first = body < line.length() ? line.charAt(body) : ' ';
        if (first == '"') {
            return quoted(start, body);
        }
        if (line.startsWith("=\"", body) && isBeginning(start)) {
            return quoted(start, body + 1);
        }
        Matcher whole = at(first == '/' ? EXPRESSION : RANGE, body);
        if (whole.lookingAt()) {
            return take(Kind.OPERAND, start, whole.end());
        }
        if (first == '(') {
            add(Kind.OPEN, line.substring(start, body + 1), "", true);
            return body + 1;
        }
        if (first == ')') {
            Matcher suffix = at(SUFFIX, body + 1);
            suffix.lookingAt();
            add(Kind.CLOSE, line.substring(body, suffix.end()), "", false);
            return suffix.end();
        }
        Matcher signs = at(SIGNS, start);
        if (start == body && signs.lookingAt()) {
            boolean joins = signs.end() == start + 1
                    && signs.end() < line.length()
                    && !Character.isWhitespace(line.charAt(signs.end()))
                    && line.charAt(signs.end()) != ')';
            if (line.startsWith("!=", signs.end() - 1)) {
                // Unequal, as in a formula.
                return signs.end() + 1;
            }
            add(joins ? Kind.BEFORE : Kind.GONE, String.valueOf(first), "", true);
            return signs.end();
        }
        return word(start, body, field);
    }

    private boolean isBeginning(int start) {
        return start == 0 || line.charAt(start - 1) != '"';
    }

    /** A phrase with what stands before and behind it; a quotation mark without a partner goes. */
    private int quoted(int start, int body) {
        for (int i = body + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '"') {
                Matcher suffix = at(SUFFIX, i + 1);
                suffix.lookingAt();
                return take(Kind.OPERAND, start, suffix.end());
            }
        }
        return body + 1;
    }

    private int word(int start, int body, boolean field) {
        int end = body;
        while (end < line.length()
                && !Character.isWhitespace(line.charAt(end))
                && "\"()".indexOf(line.charAt(end)) < 0) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, line.length());
        String word = line.substring(start, end);
        if (NEAR.matcher(word).matches()) {
            // The parser has what to say of one that joins nothing.
            add(Kind.OPERAND, word, word, false);
        } else if (word.equals("AND") || word.equals("OR")) {
            add(Kind.BETWEEN, word, "\\" + word, false);
        } else if (word.equals("NOT")) {
            add(Kind.BEFORE, word, "\\" + word, false);
        } else if (word.equals("&&") || word.equals("||")) {
            add(Kind.BETWEEN, word, "", false);
        } else if (field || word.equals("*:*")) {
            // A field has its own language: 2022~, 100..200, >=5. Only the end of a question is none of it.
            String value = word.replaceFirst("(?<=[\\p{L}\\p{N}])\\?+$", "");
            add(Kind.OPERAND, value, value, false);
        } else if (ADDRESS.matcher(word).matches()) {
            String phrase = QueryPrinter.quote(word.replaceFirst("[\\p{P}\\p{S}]+$", ""));
            add(Kind.OPERAND, phrase, phrase, false);
        } else {
            String words = isBeginning(start) && QueryScan.asksForm(word, 0) ? forms(word.substring(1)) : words(word);
            Kind kind = words.isEmpty() ? Kind.GONE : words.indexOf(' ') < 0 ? Kind.OPERAND : Kind.WORDS;
            add(kind, words, words, false);
        }
        return end;
    }

    /** Each word that {@code word} holds, in its form alone; with a sign for likeness in it that is what was meant. */
    private static String forms(String word) {
        String words = words(word);
        return words.isEmpty() || LIKENESS.matcher(words).find() ? words : "=" + words.replace(" ", " =");
    }

    /** {@code word} without the signs that are punctuation in it; several words where they parted it. */
    private static String words(String word) {
        StringBuilder words = new StringBuilder();
        boolean digits = word.codePoints().anyMatch(Character::isDigit)
                && word.codePoints().noneMatch(Character::isLetter);
        for (int i = 0; i < word.length(); ) {
            Matcher escaped = ESCAPED.matcher(word).region(i, word.length());
            if (escaped.lookingAt()) {
                words.append(escaped.group());
                i = escaped.end();
            } else {
                words.append(sign(word, i, digits));
                i++;
            }
        }
        return words.toString().strip().replaceAll("\\s+", " ");
    }

    /** What becomes of the sign at {@code i}: itself, itself as no syntax, or a space. */
    private static String sign(String word, int i, boolean digits) {
        char c = word.charAt(i);
        return switch (c) {
            case '*', '?' -> wild(word, i);
            case '~' -> behind(word, i, LIKE, digits);
            case '^' -> behind(word, i, WEIGHT, digits);
            case '/', ':' -> digits ? "\\" + c : " ";
            case '@', '&', '|' -> word.indexOf("" + c + c) >= 0 ? " " : "\\" + c;
            case '\\', '[', ']', '{', '}', '<', '>', '=', '!' -> " ";
            default -> String.valueOf(c);
        };
    }

    /** A question mark stands for a letter between letters, a star beside one too. */
    private static String wild(String word, int i) {
        Matcher run = WILD.matcher(word);
        int start = i;
        while (start > 0 && WILD.matcher(word.substring(start - 1, start)).matches()) {
            start--;
        }
        run.region(start, word.length());
        run.lookingAt();
        boolean before = start > 0 && Character.isLetterOrDigit(word.codePointBefore(start));
        boolean after = run.end() < word.length() && Character.isLetterOrDigit(word.codePointAt(run.end()));
        boolean star = run.group().indexOf('*') >= 0;
        return before && after || star && (before || after) ? String.valueOf(word.charAt(i)) : " ";
    }

    /** A suffix of a word is one where it ends the word and stands behind a letter. */
    private static String behind(String word, int i, Pattern suffix, boolean digits) {
        boolean ends = suffix.matcher(word).region(i, word.length()).matches();
        return ends && i > 0 && !digits && Character.isLetterOrDigit(word.codePointBefore(i))
                ? String.valueOf(word.charAt(i))
                : " ";
    }

    /**
     * Operators are told by their capitals. In a line without small letters, as old terminals and press agencies write
     * them, they cannot be: there more than two words to each operator are a sentence, and its AND is a word like any.
     */
    private void capitals() {
        long operators = tokens.stream().filter(Token::isSpelled).count();
        long words = tokens.stream().filter(Token::isOperand).count();
        String rest = tokens.stream()
                .filter(token -> !token.isSpelled())
                .map(Token::text)
                .collect(Collectors.joining());
        boolean capitals = rest.codePoints().anyMatch(Character::isUpperCase)
                && rest.codePoints().noneMatch(Character::isLowerCase);
        if (capitals && words > 2 * operators) {
            tokens.replaceAll(token -> token.isSpelled() ? token.alone() : token);
        }
    }

    /** Brackets without partners go. */
    private void brackets() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind == Kind.OPEN) {
                open.push(i);
            } else if (tokens.get(i).kind == Kind.CLOSE) {
                if (open.isEmpty()) {
                    tokens.set(i, tokens.get(i).alone());
                } else if (isEmpty(open.peek(), i)) {
                    tokens.set(i, tokens.get(i).alone());
                    tokens.set(open.peek(), tokens.get(open.pop()).alone());
                } else {
                    open.pop();
                }
            }
        }
        open.forEach(i -> tokens.set(i, tokens.get(i).alone()));
    }

    private boolean isEmpty(int open, int close) {
        return tokens.subList(open + 1, close).stream().allMatch(token -> token.kind == Kind.GONE);
    }

    /** Operators that join nothing are words; of two in a row the last counts. */
    private void operators() {
        for (int i = 0; i < tokens.size(); i++) {
            int next = beside(i, 1);
            boolean twice =
                    next < tokens.size() && tokens.get(i).kind == Kind.BETWEEN && tokens.get(next).kind == Kind.BETWEEN;
            if (twice) {
                tokens.set(i, new Token(Kind.GONE, "", "", false));
            }
        }
        // From the end, so that what one of them joined is settled when its left neighbour asks.
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).isOperator()) {
                int next = beside(i, 1);
                boolean right = next < tokens.size()
                        && tokens.get(next).kind != Kind.CLOSE
                        && tokens.get(next).kind != Kind.BETWEEN;
                int last = beside(i, -1);
                boolean left = tokens.get(i).kind == Kind.BEFORE
                        || last >= 0 && (tokens.get(last).isOperand() || tokens.get(last).kind == Kind.CLOSE);
                if (!left || !right) {
                    tokens.set(i, tokens.get(i).alone());
                }
            }
        }
    }

    private int beside(int i, int step) {
        int at = i + step;
        while (at >= 0 && at < tokens.size() && tokens.get(at).kind == Kind.GONE) {
            at += step;
        }
        return at;
    }

    private int take(Kind kind, int start, int end) {
        String text = line.substring(start, end);
        add(kind, text, text, false);
        return end;
    }

    private void add(Kind kind, String text, String plain, boolean glued) {
        tokens.add(new Token(kind, text, plain, glued));
    }

    private Matcher at(Pattern pattern, int start) {
        return pattern.matcher(line).region(Math.min(start, line.length()), line.length());
    }
}
