package wherein.document;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import wherein.text.LanguageTag;
import wherein.text.Span;

/**
 * Cuts a run of text into sentences: ICU's rules (Unicode Standard Annex 29) and suppressions, and on top of them
 * abbreviations and initials, English and Russian, that do not end a sentence.
 */
public final class Sentences {

    private static final Set<String> ABBREVIATIONS = abbreviations();

    /** Making one takes as long as cutting a page; a thread meets few languages, and no more are kept than {@link #MOST_LANGUAGES}. */
    private static final ThreadLocal<Map<String, BreakIterator>> BREAKS =
            ThreadLocal.withInitial(() -> new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, BreakIterator> eldest) {
                    return size() > MOST_LANGUAGES;
                }
            });

    private static final int MOST_LANGUAGES = 20;

    /** What has more characters before its point is no abbreviation. */
    private static final int LONGEST = 40;

    private Sentences() {}

    /**
     * The sentences of {@code text} within {@code span}, in order, each with the white space that follows it; together
     * they are the span.
     *
     * @param language BCP 47, for the rules of the language; may be empty
     */
    public static List<Span> of(String text, Span span, String language) {
        String run = span.in(text);
        BreakIterator breaks = BREAKS.get().computeIfAbsent(language, Sentences::breaks);
        breaks.setText(run);
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == run.length() || ends(run, start, end)) {
                sentences.add(new Span(start, end).shift(span.start()));
                start = end;
            }
        }
        return sentences;
    }

    private static BreakIterator breaks(String language) {
        ULocale locale = language.isEmpty() ? ULocale.ENGLISH : ULocale.forLanguageTag(LanguageTag.canonical(language));
        return FilteredBreakIteratorBuilder.getInstance(locale)
                .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
    }

    /** Whether a sentence ends before {@code end}, where ICU says that one may. */
    private static boolean ends(String run, int start, int end) {
        int last = end;
        while (last > start && Lines.isSpace(run.charAt(last - 1))) {
            last--;
        }
        if (last == start) {
            return false;
        }
        if (Character.isLowerCase(run.codePointAt(end))) {
            return false;
        }
        if (run.charAt(last - 1) != '.') {
            return true;
        }
        int word = last - 1;
        while (word > Math.max(start, last - LONGEST)
                && (Character.isLetter(run.charAt(word - 1)) || run.charAt(word - 1) == '.')) {
            word--;
        }
        String before = run.substring(word, last - 1);
        String lower = before.toLowerCase(Locale.ROOT);
        return !isInitial(before)
                && !ABBREVIATIONS.contains(lower)
                && !ABBREVIATIONS.contains(letterBefore(run, start, word) + lower);
    }

    /** The letter and point that stand before {@code word} with a space between, as in т. е.; else nothing. */
    private static String letterBefore(String run, int start, int word) {
        int point = word - 2;
        boolean one = point - 1 >= start
                && Lines.isSpace(run.charAt(word - 1))
                && run.charAt(point) == '.'
                && Character.isLetter(run.charAt(point - 1))
                && (point - 2 < start || !Character.isLetter(run.charAt(point - 2)));
        return one ? run.substring(point - 1, point + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** One capital letter, or several with points between: J., В. В. The pronoun I ends sentences too often. */
    private static boolean isInitial(String word) {
        String lastPart = word.substring(word.lastIndexOf('.') + 1);
        return lastPart.length() == 1
                && Character.isUpperCase(lastPart.charAt(0))
                && !word.equals("I")
                && (word.length() == 1 || word.length() <= 3);
    }

    private static Set<String> abbreviations() {
        try (InputStream in = Sentences.class.getResourceAsStream("abbreviations.txt");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
