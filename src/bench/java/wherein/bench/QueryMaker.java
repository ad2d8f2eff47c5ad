package wherein.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import wherein.analysis.TextAnalyzer;
import wherein.collection.CatalogueException;

/**
 * Draws queries of ten kinds from the texts of a collection, by a fixed seed: what a reader might ask for is what stands there.
 */
final class QueryMaker {

    private static final long SEED = 20_261_131;
    private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}]{3,}");
    private static final Pattern PERSON = Pattern.compile("(?<=\\p{Ll} )\\p{Lu}\\p{Ll}{2,} \\p{Lu}\\p{Ll}{3,}\\b");
    private static final Pattern NUMBER = Pattern.compile("(?<=\\p{Ll} )[1-9]\\d{0,5} \\p{Ll}{3,}");
    private static final int SAMPLE = 20_000;
    private static final int MOST_TERMS = 500;
    private static final int TRIES = 20_000;

    private record Sampled(String text, String source) {}

    private final Random random = new Random(SEED);
    private final List<Sampled> sample = new ArrayList<>();
    private final IndexReader reader;
    private final List<String> countries;
    private int seen;

    /** For the passages in {@code records}, with their index as it {@linkplain RawIndex.Kind#SAME is}. */
    QueryMaker(Path records, IndexReader reader) throws IOException, CatalogueException {
        this.reader = reader;
        Passages.of(
                records,
                (document, passages) -> passages.forEach(passage -> take(new Sampled(
                        passage.span().in(document.text()), document.metadata().source()))));
        countries = countries();
    }

    /** Keeps each passage with the same chance. */
    private void take(Sampled passage) {
        seen++;
        if (sample.size() < SAMPLE) {
            sample.add(passage);
        } else {
            int place = random.nextInt(seen);
            if (place < SAMPLE) {
                sample.set(place, passage);
            }
        }
    }

    /** So many queries of each kind. */
    List<Asked> make(int each) {
        List<Asked> all = new ArrayList<>();
        int third = Math.ceilDiv(each, 3);
        add(all, "one word", third, () -> word(seen / 10_000, 5 + seen / 5_000));
        add(all, "one word", third, () -> word(seen / 2_000, seen / 200));
        add(all, "one word", each - 2 * third, () -> word(seen / 50, seen / 4));
        add(all, "two words", each, () -> words(2, " "));
        add(all, "three words", each, () -> words(3, " "));
        add(all, "five words", each, () -> words(5, " "));
        add(all, "AND", each, () -> words(2, " AND "));
        add(all, "phrase", each, this::phrase);
        add(all, "name", each, this::name);
        add(all, "number", each, () -> found(NUMBER).map(QueryMaker::quoted));
        Set<Asked> filtered = new LinkedHashSet<>();
        for (int i = 0; i < TRIES && filtered.size() < each; i++) {
            Sampled passage = any();
            words(passage, 2, " ").ifPresent(words -> filtered.add(new Asked("filter", words, passage.source)));
        }
        all.addAll(filtered);
        add(all, "prefix", each, this::prefix);
        return all;
    }

    private void add(List<Asked> all, String kind, int count, Supplier<Optional<String>> maker) {
        Set<String> different = new LinkedHashSet<>();
        for (int i = 0; i < TRIES && different.size() < count; i++) {
            maker.get().ifPresent(different::add);
        }
        different.forEach(text -> all.add(new Asked(kind, text, "")));
    }

    private Sampled any() {
        return sample.get(random.nextInt(sample.size()));
    }

    private static List<String> wordsOf(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private Optional<String> word(int least, int most) {
        List<String> words = wordsOf(any().text);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String word = words.get(random.nextInt(words.size()));
        return Optional.of(word).filter(each -> isWithin(each, Math.max(1, least), most));
    }

    private Optional<String> words(int count, String between) {
        return words(any(), count, between);
    }

    /** Words of one passage, as frequent as those that people ask for. */
    private Optional<String> words(Sampled passage, int count, String between) {
        List<String> words = wordsOf(passage.text);
        Set<String> chosen = new LinkedHashSet<>();
        for (int i = 0; i < 8 * count && chosen.size() < count && !words.isEmpty(); i++) {
            String word = words.get(random.nextInt(words.size()));
            if (isWithin(word, Math.max(2, seen / 5_000), Math.max(10, seen / 10))) {
                chosen.add(word);
            }
        }
        return Optional.of(String.join(between, chosen)).filter(text -> chosen.size() == count);
    }

    private Optional<String> phrase() {
        String[] words = any().text.split(" ");
        int length = 2 + random.nextInt(2);
        if (words.length <= length) {
            return Optional.empty();
        }
        int start = random.nextInt(words.length - length);
        List<String> row = List.of(words).subList(start, start + length);
        boolean plain = row.stream().allMatch(word -> WORD.matcher(word).matches());
        return plain ? Optional.of(quoted(String.join(" ", row))) : Optional.empty();
    }

    private Optional<String> name() {
        return random.nextBoolean()
                ? Optional.of(countries.get(random.nextInt(countries.size())))
                : found(PERSON);
    }

    private Optional<String> found(Pattern pattern) {
        List<String> found = pattern.matcher(any().text)
                .results()
                .map(MatchResult::group)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    private Optional<String> prefix() {
        return word(Math.max(2, seen / 5_000), Math.max(10, seen / 20))
                .filter(word -> word.length() > 5)
                .map(word -> word.substring(0, 4 + random.nextInt(2)))
                .filter(this::standsForFew)
                .map(prefix -> prefix + "*");
    }

    private boolean standsForFew(String prefix) {
        BytesRef start = TextAnalyzer.STANDARD.normalize(RawIndex.TEXT, prefix);
        try {
            TermsEnum terms = MultiTerms.getTerms(reader, RawIndex.TEXT).iterator();
            int count = 0;
            for (TermsEnum.SeekStatus at = terms.seekCeil(start);
                    at != TermsEnum.SeekStatus.END && StringHelper.startsWith(terms.term(), start);
                    at = terms.next() == null ? TermsEnum.SeekStatus.END : TermsEnum.SeekStatus.FOUND) {
                count++;
            }
            return count > 0 && count <= MOST_TERMS;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Whether at least one of these numbers of passages, and at most the other, have the word in some form. */
    private boolean isWithin(String word, int least, int most) {
        int passages = 0;
        try (TokenStream terms = TextAnalyzer.STANDARD.tokenStream(RawIndex.TEXT, word)) {
            TermToBytesRefAttribute term = terms.getAttribute(TermToBytesRefAttribute.class);
            terms.reset();
            while (terms.incrementToken()) {
                passages = Math.max(passages, reader.docFreq(new Term(RawIndex.TEXT, BytesRef.deepCopyOf(term.getBytesRef()))));
            }
            terms.end();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return passages >= least && passages <= most;
    }

    /** Those that the texts name, in English. */
    private List<String> countries() {
        List<String> named = new ArrayList<>();
        for (String code : Locale.getISOCountries()) {
            String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
            if (WORD.matcher(name).matches() && isWithin(name, 2, Integer.MAX_VALUE)) {
                named.add(name);
            }
        }
        return named.isEmpty() ? List.of("France") : named;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
