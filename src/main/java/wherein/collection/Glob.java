package wherein.collection;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of paths from a collection's folder: {@code *} stands for any characters of a name, {@code ?} for one, {@code **} for any
 * characters and folders, and {@code **}{@code /} for any number of folders, none among them. A pattern that ends with a slash
 * stands for all files below that folder. All other characters stand for themselves.
 */
final class Glob {

    private enum Kind {
        LITERAL,
        ONE,
        NAME,
        PATH,
        FOLDERS
    }

    private record Token(Kind kind, char literal) {}

    private final String text;
    private final String literalStart;
    private final List<Token> tokens;

    private Glob(String text, String literalStart, List<Token> tokens) {
        this.text = text;
        this.literalStart = literalStart;
        this.tokens = tokens;
    }

    /** Reads {@code pattern}; {@code ./} before it means nothing. */
    static Glob of(String pattern) {
        String plain = pattern.startsWith("./") ? pattern.substring(2) : pattern;
        String whole = plain.endsWith("/") ? plain + "**" : plain;
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            boolean two = c == '*' && whole.startsWith("**", i);
            boolean begins = i == 0 || whole.charAt(i - 1) == '/';
            if (two && begins && whole.startsWith("**/", i)) {
                tokens.add(new Token(Kind.FOLDERS, c));
                i += 2;
            } else if (two) {
                tokens.add(new Token(Kind.PATH, c));
                i++;
            } else {
                tokens.add(new Token(c == '*' ? Kind.NAME : c == '?' ? Kind.ONE : Kind.LITERAL, c));
            }
        }
        StringBuilder start = new StringBuilder();
        for (Token token : tokens) {
            if (token.kind != Kind.LITERAL) {
                break;
            }
            start.append(token.literal);
        }
        return new Glob(pattern, start.toString(), tokens);
    }

    /**
     * Whether {@code path}, with {@code /} between folders, is one of those meant. Takes time in proportion to the product of both
     * lengths, and none to speak of where the path begins otherwise.
     */
    boolean matches(String path) {
        if (!path.startsWith(literalStart)) {
            return false;
        }
        int from = literalStart.length();
        int length = path.length() - from;
        // Whether the tokens so far stand for so many characters of the rest.
        boolean[] reached = new boolean[length + 1];
        reached[0] = true;
        for (Token token : tokens.subList(from, tokens.size())) {
            reached = step(token, path, from, reached);
        }
        return reached[length];
    }

    /** Whether some path below {@code folder}, which may be an archive, is one of those meant. */
    boolean reachesInto(String folder) {
        String path = folder + "/";
        boolean[] reached = new boolean[path.length() + 1];
        reached[0] = true;
        for (Token token : tokens) {
            if (reached[path.length()]) {
                return true;
            }
            reached = step(token, path, 0, reached);
        }
        return reached[path.length()] && !tokens.isEmpty() && tokens.getLast().kind == Kind.PATH;
    }

    /** For how many characters of {@code path} behind {@code from} the tokens up to {@code token} may stand, given those before it. */
    private static boolean[] step(Token token, String path, int from, boolean[] reached) {
        boolean[] next = new boolean[reached.length];
        boolean open = false;
        for (int i = 0; i < reached.length; i++) {
            char before = i == 0 ? '/' : path.charAt(from + i - 1);
            next[i] = switch (token.kind) {
                case LITERAL -> i > 0 && reached[i - 1] && before == token.literal;
                case ONE -> i > 0 && reached[i - 1] && before != '/';
                case NAME -> {
                    open = reached[i] || open && before != '/';
                    yield open;
                }
                case PATH -> {
                    open |= reached[i];
                    yield open;
                }
                case FOLDERS -> {
                    boolean begins = reached[i] || open && before == '/';
                    open |= reached[i];
                    yield begins;
                }
            };
        }
        return next;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }
}
