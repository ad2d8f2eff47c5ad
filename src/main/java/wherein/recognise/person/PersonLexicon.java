package wherein.recognise.person;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wherein.hyphen.EnglishWords;
import wherein.recognise.language.Language;
import wherein.recognise.language.Languages;
import wherein.recognise.language.WordClass;

/**
 * All word lists of this package in one table from a word's hash to its {@link Flags}.
 *
 * <p>Words are looked up by hash, so that no string is made for a word of the text; 64 bits make a false hit among some
 * 40,000 words a matter of one in 10^14. Immutable once loaded; safe for use by several threads at once.
 */
final class PersonLexicon {

    private static final Language ENGLISH = Languages.of("en");
    private static final Set<WordClass> ALL = EnumSet.allOf(WordClass.class);

    /** English words that names have in texts of every language. */
    private static final Set<WordClass> INTERNATIONAL = EnumSet.of(
            WordClass.TITLE, WordClass.ORG, WordClass.PLACEWORD, WordClass.SUFFIX, WordClass.PREFIX, WordClass.TAIL);

    private static final PersonLexicon STANDARD = load(ENGLISH, false);
    private static final Map<String, PersonLexicon> LOADED = new ConcurrentHashMap<>();

    private long[] keys;
    private int[] flags;
    private int size;
    /** The cues alone, which is all that matters for a word in lower case: small enough to stay in a processor's cache. */
    private PersonLexicon cues;

    private final Language language;
    private final boolean foreign;
    private final List<String> nounEndings;
    private final List<String> roleEndings;
    private final List<String> nameEndings;
    private final List<String> nameBeginnings;

    private PersonLexicon(int capacity, Language language, boolean foreign) {
        this.language = language;
        this.foreign = foreign;
        this.nameEndings = List.copyOf(language.words(WordClass.NAME_ENDING).keySet());
        this.nameBeginnings =
                List.copyOf(language.words(WordClass.NAME_BEGINNING).keySet());
        this.roleEndings = List.copyOf(language.words(WordClass.ROLE_ENDING).keySet());
        this.nounEndings = List.copyOf(language.words(WordClass.NOUN_ENDING).keySet());
        keys = new long[capacity];
        flags = new int[capacity];
    }

    /** The lists that Wherein ships, loaded once. */
    static PersonLexicon standard() {
        return STANDARD;
    }

    /** The same, for texts of {@code language}: English and Russian are in all, and of English only what others borrow. */
    static PersonLexicon of(Language language) {
        return switch (language.code()) {
            case "", "en", "ru" -> STANDARD;
            default -> LOADED.computeIfAbsent(language.code(), code -> foreign(language));
        };
    }

    /** The same, made anew, and {@code language} read as one of which there are but its words of all classes. */
    static PersonLexicon foreign(Language language) {
        return load(language, true);
    }

    /** The language whose words are in it; English where Russian's are as well. */
    Language language() {
        return language;
    }

    /**
     * Whether the texts are neither English nor Russian: what is known of their words is their classes, and no list has all
     * of them.
     */
    boolean isForeign() {
        return foreign;
    }

    /** Whether the word is a title or says what somebody is, and is no name. */
    boolean isOffice(CharSequence text, int start, int end) {
        int found = flags(hash(text, start, end));
        return (found & (Flags.TITLE | Flags.ROLE)) != 0 && (found & (Flags.GIVEN | Flags.SURNAME)) == 0;
    }

    /** Whether the language tells its nouns by their endings, as one does that writes all of them with a capital. */
    boolean hasNounEndings() {
        return !nounEndings.isEmpty();
    }

    /** {@link Flags#MORPH} where the word, which has a capital, begins or ends as surnames of the language do. */
    int surnameFlags(String text, int start, int end) {
        if (end - start > 4 && ends(nameEndings, text, start + 2, end)) {
            return Flags.MORPH;
        }
        for (String begin : nameBeginnings) {
            if (end - start > begin.length() + 2 && text.regionMatches(true, start, begin, 0, begin.length())) {
                return Flags.MORPH;
            }
        }
        return 0;
    }

    /** {@link Flags#ROLE} or {@link Flags#NOUN} where the word ends as compounds and common nouns of the language do. */
    int endingFlags(String text, int start, int end) {
        return ends(roleEndings, text, start + 2, end)
                ? Flags.ROLE
                : ends(nounEndings, text, start + 2, end) ? Flags.NOUN : 0;
    }

    private static boolean ends(List<String> endings, String text, int from, int end) {
        for (String ending : endings) {
            if (end - ending.length() >= from && Endings.matches(text, end - ending.length(), ending)) {
                return true;
            }
        }
        return false;
    }

    /** The hash of a word in lower case, with ё as е and one kind of apostrophe. */
    static long hash(CharSequence text, int start, int end) {
        long hash = 0xcbf29ce484222325L;
        for (int i = start; i < end; i++) {
            hash = (hash ^ folded(text.charAt(i))) * 0x100000001b3L;
        }
        return hash ^ hash >>> 29;
    }

    /** The hash of a whole word. */
    static long hash(CharSequence word) {
        return hash(word, 0, word.length());
    }

    private static char folded(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        char lower = Character.toLowerCase(c);
        return lower == 'ё' ? 'е' : lower == '’' || lower == 'ʼ' ? '\'' : lower;
    }

    /** The flags of the word with {@code hash}; 0 where no list has it. */
    int flags(long hash) {
        int mask = keys.length - 1;
        for (int at = (int) hash & mask; keys[at] != 0; at = at + 1 & mask) {
            if (keys[at] == hash) {
                return flags[at];
            }
        }
        return 0;
    }

    /** The flags that matter for a word in lower case with {@code hash}. */
    int lowerFlags(long hash) {
        return cues.flags(hash);
    }

    /** {@link Flags#WORD} where the word at {@code start} to {@code end} is a regular inflection of a listed one. */
    int inflected(CharSequence text, int start, int end, int known) {
        return (known & Flags.WORD) == 0 && end - start > 3 && inflected(text, start, end) ? Flags.WORD : 0;
    }

    private boolean inflected(CharSequence text, int start, int end) {
        char last = (char) (text.charAt(end - 1) | 32);
        int cut = switch (last) {
            case 's', 'r' -> 1;
            case 'd', 'y' -> 2;
            case 'g' -> 3;
            default -> 0;
        };
        if (cut == 0 || end - start - cut < 3) {
            return false;
        }
        if (last == 'd' && (text.charAt(end - 2) | 32) != 'e'
                || last == 'y' && (text.charAt(end - 2) | 32) != 'l'
                || last == 'r' && (text.charAt(end - 2) | 32) != 'e'
                || last == 'g' && (text.charAt(end - 3) | 32) != 'i') {
            return false;
        }
        if (isWord(text, start, end - cut) || isWord(text, start, end - (last == 'd' ? 1 : 2))) {
            return true;
        }
        return last == 'g' && isWordWithE(text, start, end - 3);
    }

    private boolean isWord(CharSequence text, int start, int end) {
        return (flags(hash(text, start, end)) & Flags.WORD) != 0;
    }

    private boolean isWordWithE(CharSequence text, int start, int end) {
        return (flags(hash(text.subSequence(start, end) + "e")) & Flags.WORD) != 0;
    }

    private void add(String word, int flag) {
        addHash(hash(word), flag);
    }

    private void addHash(long hash, int flag) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int at = (int) hash & mask;
        while (keys[at] != 0 && keys[at] != hash) {
            at = at + 1 & mask;
        }
        if (keys[at] == 0) {
            keys[at] = hash;
            size++;
        }
        flags[at] |= flag;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldFlags = flags;
        keys = new long[oldKeys.length * 2];
        flags = new int[oldKeys.length * 2];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                addHash(oldKeys[i], oldFlags[i]);
            }
        }
    }

    private static int surname(String label) {
        return label.equals("asian") ? Flags.SURNAME | Flags.ASIAN : Flags.SURNAME;
    }

    private void cue(int flag, String word) {
        if (flag == 0) {
            return;
        }
        add(word, flag);
        cues.add(word, flag);
        char last = word.charAt(word.length() - 1);
        boolean plural = (flag & (Flags.ORG | Flags.DEMONYM)) != 0 && last < 128 && last != 's' && last != 'h';
        if (plural && word.length() > 3) {
            add(word + "s", flag);
            cues.add(word + "s", flag);
        }
    }

    private void addName(String name, int flag) {
        add(name, flag);
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 127) {
                add(plain(name), flag);
                return;
            }
        }
    }

    /** {@code name} without its accents, as English texts often write it. */
    static String plain(String name) {
        String parts = Normalizer.normalize(name, Normalizer.Form.NFD);
        char[] kept = new char[parts.length()];
        int count = 0;
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (c < 0x300 || c > 0x36f) {
                kept[count++] = c == 'ł' ? 'l' : c == 'Ł' ? 'L' : c == 'ø' ? 'o' : c == 'đ' ? 'd' : c == 'ı' ? 'i' : c;
            }
        }
        return new String(Arrays.copyOf(kept, count));
    }

    private static PersonLexicon load(Language language, boolean foreign) {
        PersonLexicon lexicon = new PersonLexicon(1 << 16, language, foreign);
        lexicon.cues = new PersonLexicon(1 << 13, language, foreign);
        PersonWordLists.read("given-latin.tsv", (label, name) -> lexicon.addName(name, Flags.GIVEN));
        PersonWordLists.read("surnames.tsv", (label, name) -> lexicon.addName(name, surname(label)));
        PersonWordLists.read("cues.tsv", (label, word) -> lexicon.cue(Flags.of(label), word));
        if (!foreign) {
            EnglishWords.each(word -> lexicon.add(word, Flags.WORD));
        }
        for (Language each : List.of(ENGLISH, Languages.of("ru"), language)) {
            boolean guest = each == ENGLISH && language != ENGLISH;
            for (WordClass wordClass : guest ? INTERNATIONAL : ALL) {
                int flag = Flags.of(wordClass);
                each.words(wordClass).keySet().forEach(word -> lexicon.cue(flag, word));
            }
        }
        PersonWordLists.read("given-cyrillic.tsv", (label, name) -> {
            boolean feminine = label.equals("f") || label.equals("short") && RussianCases.endsFeminine(name);
            for (String form : RussianCases.given(name, feminine)) {
                lexicon.add(form, Flags.GIVEN);
            }
        });
        PersonWordLists.read("surnames-cyrillic.tsv", (label, name) -> {
            for (String form : RussianCases.surname(name, false)) {
                lexicon.add(form, surname(label));
            }
        });
        return lexicon;
    }
}
