package wherein.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tags of languages (BCP 47), as pages, mails and systems write them: {@code en-GB}, {@code en_gb} and {@code en_GB.UTF-8} are
 * one. A tag belongs to the family of each of its beginnings, so that what is in {@code zh-Hans-CN} is in {@code zh-Hans} and
 * in {@code zh}.
 */
public final class LanguageTag {

    private static final Pattern TAG = Pattern.compile("([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,8})(?:[.@].{0,40})?");
    private static final Pattern SEPARATOR = Pattern.compile("[-_]");

    private LanguageTag() {}

    /** {@code tag} as RFC 5646 recommends to write it; what is no tag, such as the name of a language, stays as it is. */
    public static String canonical(String tag) {
        List<String> family = family(tag);
        return family.isEmpty() ? tag : family.getLast();
    }

    /** The language alone, in small letters, without script and region. */
    public static String primary(String tag) {
        List<String> family = family(tag);
        return family.isEmpty() ? tag : family.getFirst();
    }

    /** What {@code tag} belongs to, from the language alone to the whole tag, each canonical; empty if it is no tag. */
    public static List<String> family(String tag) {
        Matcher known = TAG.matcher(tag.strip());
        if (!known.matches()) {
            return List.of();
        }
        List<String> family = new ArrayList<>();
        StringBuilder written = new StringBuilder();
        for (String part : SEPARATOR.split(known.group(1))) {
            written.append(written.isEmpty() ? "" : "-").append(written.isEmpty() ? small(part) : subtag(part));
            family.add(written.toString());
        }
        return family;
    }

    private static String subtag(String part) {
        boolean letters = part.chars().allMatch(Character::isLetter);
        return switch (part.length()) {
            case 2 -> letters ? part.toUpperCase(Locale.ROOT) : small(part);
            case 4 -> letters ? part.substring(0, 1).toUpperCase(Locale.ROOT) + small(part.substring(1)) : small(part);
            default -> small(part);
        };
    }

    private static String small(String part) {
        return part.toLowerCase(Locale.ROOT);
    }
}
