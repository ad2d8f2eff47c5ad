package wherein.recognise.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Brings Russian names to the nominative, the given name telling case and gender to the surname. */
final class RussianNames {

    /** A name in its base form. */
    record Base(List<String> parts, boolean feminine) {}

    private static final int NOMINATIVE = 1;
    private static final int OBLIQUE_CASES = 2 | 4 | 8 | 16 | 32;
    private static final int ANY_CASE = NOMINATIVE | OBLIQUE_CASES;
    private static final String VOWELS = "аеёиоуыэюя";
    private static final String[] ENDINGS = {"", "а", "я", "ий", "ой", "ый", "ая", "й", "ь"};
    private static final String[] POSSESSIVE = {"ов", "ев", "ёв", "ин", "ын"};
    private static final String[] FEMININE = {"ова", "ева", "ёва", "ина", "ына", "ская", "цкая"};
    private static final String[] OBLIQUE = {"а", "я", "у", "ю", "ом", "ем"};
    private static final String[] ADJECTIVE = {"ий", "ый", "ой", "ая"};
    private static final Set<String> SURNAMES = surnames("");
    private static final Set<String> EAST_ASIAN = surnames("asian");

    private RussianNames() {}

    /**
     * The base form of a name of several parts.
     *
     * @param parts its words as they stand
     * @param before the word before it in lower case, or empty
     * @param attested whether the document has a word in this form, with a capital
     */
    static Base base(List<String> parts, String before, Predicate<String> attested) {
        int last = parts.size() - 1;
        if (EAST_ASIAN.contains(parts.get(0)) && ofSyllables(parts.subList(0, last))) {
            String base = eastAsian(parts.get(last), attested);
            if (!base.equals(parts.get(last))) {
                List<String> whole = new ArrayList<>(parts);
                whole.set(last, base);
                return new Base(whole, false);
            }
        }
        int given = -1;
        for (int i = 0; i < parts.size() && given < 0; i++) {
            if (!RussianGiven.readings(parts.get(i)).isEmpty()) {
                given = i;
            }
        }
        // Ким is a given name too, but not in Ким Чен Ын.
        if (given < 0 || parts.size() > 2 && ofSyllables(parts.subList(0, parts.size() - 1))) {
            return foreign(parts, attested);
        }
        Base best = null;
        int top = Integer.MIN_VALUE;
        for (RussianGiven.Reading reading : RussianGiven.readings(parts.get(given))) {
            Base base = with(parts, given, reading, attested);
            if (base != null) {
                int score = plausible(base, given, reading, parts, before, attested);
                if (score > top) {
                    top = score;
                    best = base;
                }
            }
        }
        return best == null ? new Base(List.copyOf(parts), false) : best;
    }

    private static boolean ofSyllables(List<String> parts) {
        return parts.stream()
                .allMatch(part -> part.chars()
                                .filter(c -> VOWELS.indexOf(Character.toLowerCase(c)) >= 0)
                                .count()
                        == 1);
    }

    private static int plausible(
            Base base,
            int given,
            RussianGiven.Reading reading,
            List<String> parts,
            String before,
            Predicate<String> attested) {
        int score = 0;
        boolean nominative = (reading.cases() & NOMINATIVE) != 0 && base.parts().equals(parts);
        if (!nominative) {
            boolean oblique = ends(before, OBLIQUE)
                    && (PersonLexicon.standard().flags(PersonLexicon.hash(before)) & Flags.ROLE) != 0;
            score += oblique ? 2 : -1;
        } else if (reading.feminine() && !feminineSurname(parts, given)) {
            score -= 2;
        }
        String form = parts.get(given);
        if (!base.parts().get(given).equals(form) && attested.test(base.parts().get(given))) {
            score += 4;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (i != given
                    && !base.parts().get(i).equals(parts.get(i))
                    && attested.test(base.parts().get(i))) {
                score += 4;
            }
        }
        return score;
    }

    /** Whether the last word may be a woman's surname in the nominative: Иванова, Меркель, but hardly Филата. */
    private static boolean feminineSurname(List<String> parts, int given) {
        String last = parts.get(parts.size() - 1);
        boolean open = last.endsWith("а") || last.endsWith("я") || last.endsWith("у") || last.endsWith("ю");
        return given == parts.size() - 1
                || !open
                || ends(last, FEMININE)
                || last.endsWith("ая")
                || isPatronymic(last)
                || SURNAMES.contains(last);
    }

    private static Base with(List<String> parts, int given, RussianGiven.Reading reading, Predicate<String> attested) {
        List<String> base = new ArrayList<>(parts);
        base.set(given, cased(reading.nominative(), parts.get(given)));
        for (int i = 0; i < parts.size(); i++) {
            if (i == given
                    || parts.get(i).length() < 3
                    || Character.isLowerCase(parts.get(i).charAt(0))) {
                continue;
            }
            String part = parts.get(i);
            if (isPatronymic(part)) {
                base.set(i, patronymic(part, reading.feminine()));
                continue;
            }
            String nominative = nominative(part, reading.feminine(), reading.cases(), attested);
            if (nominative.isEmpty()) {
                return null;
            }
            base.set(i, nominative);
        }
        return new Base(base, reading.feminine());
    }

    /** The nominative of a surname that stands in one of {@code cases}; empty where no form fits. */
    static String nominative(String form, boolean feminine, int cases, Predicate<String> attested) {
        String known = feminine ? "" : attestedBase(form, cases, attested);
        if (!known.isEmpty()) {
            return known;
        }
        if ((cases & NOMINATIVE) != 0 && fitsNominative(form, feminine)) {
            String base = cases == ANY_CASE && !feminine ? oblique(form) : "";
            return base.isEmpty() ? form : base;
        }
        if (form.startsWith("Христ") && form.length() < 8) {
            return "Христос";
        }
        String best = "";
        int top = 0;
        for (String candidate : candidates(form)) {
            List<String> forms = RussianCases.surname(candidate, feminine);
            for (int c = 1; c < RussianCases.CASES; c++) {
                if ((cases & 1 << c) != 0 && forms.get(c).equals(form)) {
                    int score = likely(candidate, form, feminine, attested);
                    if (score > top) {
                        top = score;
                        best = candidate;
                    }
                }
            }
        }
        return best;
    }

    /**
     * The base of a man's surname behind a given name that has no cases, so that it alone tells its own: Генри Киссинджером. Empty
     * where it may be the nominative.
     */
    private static String oblique(String form) {
        for (String ending : SURNAMES.contains(form) ? List.<String>of() : List.of("ом", "ым", "а", "у", "е")) {
            int end = form.length() - ending.length();
            if (form.endsWith(ending) && end > 2) {
                String stem = form.substring(0, end);
                boolean instrumental =
                        ending.length() > 1 && isConsonant(stem) && !isConsonant(stem.substring(0, end - 1));
                if (SURNAMES.contains(stem) || instrumental && end > 3) {
                    return stem;
                }
            }
        }
        return "";
    }

    /** The base of an East Asian given name, which has its case at its end: Дэн Сяопина, Ким Чен Ыном. */
    private static String eastAsian(String form, Predicate<String> attested) {
        String known = attestedBase(form, OBLIQUE_CASES, attested);
        for (String ending : known.isEmpty() ? List.of("ом", "ем", "а", "у", "е") : List.<String>of()) {
            String stem = form.substring(0, Math.max(0, form.length() - ending.length()));
            if (form.endsWith(ending) && endsAsSyllable(stem)) {
                return stem;
            }
        }
        return known.isEmpty() ? form : known;
    }

    /** Whether a vowel and one of the few consonants that close a syllable in Chinese and Korean end the word; an r only in a word of one. */
    private static boolean endsAsSyllable(String stem) {
        int end = stem.length() - 1;
        boolean closed = end > 0
                && "нмкптльр".indexOf(stem.charAt(end)) >= 0
                && VOWELS.indexOf(Character.toLowerCase(stem.charAt(end - 1))) >= 0;
        return closed && (stem.charAt(end) != 'р' || ofSyllables(List.of(stem)));
    }

    /** The base of a woman's given name before a surname that has no cases: Иванку Трамп; empty where it is none. */
    private static String accusative(String first, String last) {
        boolean oblique = first.length() > 4 && first.endsWith("у") && isConsonant(last);
        return oblique ? first.substring(0, first.length() - 1) + "а" : "";
    }

    /** Another word of the document of which {@code form} is one of {@code cases}; empty where there is none. */
    private static String attestedBase(String form, int cases, Predicate<String> attested) {
        for (String candidate : candidates(form)) {
            if (!candidate.equals(form) && candidate.length() > 1 && attested.test(candidate)) {
                List<String> forms = RussianCases.surname(candidate, false);
                for (int c = 1; c < RussianCases.CASES; c++) {
                    if ((cases & 1 << c) != 0 && forms.get(c).equals(form)) {
                        return candidate;
                    }
                }
            }
        }
        return "";
    }

    /** How likely a word is as the base of {@code form}: known ones, then the usual endings of Russian surnames. */
    private static int likely(String candidate, String form, boolean feminine, Predicate<String> attested) {
        int score = SURNAMES.contains(candidate) ? 9 : 0;
        if (candidate.equals(form)) {
            char last = candidate.charAt(candidate.length() - 1);
            return score + (last == 'и' || last == 'о' || last == 'э' || feminine && isConsonant(candidate) ? 3 : 1);
        }
        score += attested.test(candidate) ? 10 : 0;
        if (ends(candidate, POSSESSIVE) || feminine && ends(candidate, FEMININE)) {
            return score + 6;
        }
        if (candidate.endsWith("ский") || candidate.endsWith("цкий")) {
            return score + 6;
        }
        if (ends(candidate, ADJECTIVE)) {
            return score + (feminine == candidate.endsWith("ая") ? 3 : 1);
        }
        return score + (isConsonant(candidate) ? 4 : 2);
    }

    private static boolean ends(String word, String[] endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fitsNominative(String form, boolean feminine) {
        return feminine
                ? !form.endsWith("ой") && !form.endsWith("ую")
                : !form.endsWith("ого") && !form.endsWith("ому") && !(form.length() > 5 && ends(form, FEMININE));
    }

    /** The words of which {@code form} may be a case, the likelier first. */
    private static List<String> candidates(String form) {
        List<String> all = new ArrayList<>();
        for (int cut = 1; cut <= 3; cut++) {
            if (form.length() - cut < 2) {
                break;
            }
            String stem = form.substring(0, form.length() - cut);
            for (String ending : ENDINGS) {
                boolean soft = "ь".equals(ending) || "й".equals(ending) && isConsonant(stem);
                if (!soft || !"ь".equals(ending) || isConsonant(stem)) {
                    all.add(stem + ending);
                }
            }
        }
        all.add(form);
        return all;
    }

    private static boolean isConsonant(String stem) {
        return "аеёиоуыэюяьй".indexOf(stem.charAt(stem.length() - 1)) < 0;
    }

    /** Both words in the same oblique case, as their endings tell, or as they stand. */
    private static Base foreign(List<String> parts, Predicate<String> attested) {
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        int cases = 0;
        if (parts.stream().limit(parts.size() - 1).allMatch(part -> part.length() < 3)) {
            List<String> base = new ArrayList<>(parts);
            base.set(parts.size() - 1, alone(last, "", attested));
            return new Base(base, false);
        }
        if (first.length() > 3
                && last.length() > 3
                && isConsonant(first.substring(0, first.length() - (first.endsWith("ом") ? 2 : 1)))) {
            if (first.endsWith("а") && (last.endsWith("а") || last.endsWith("я") || last.endsWith("ого"))) {
                cases = 2 | 8;
            } else if (first.endsWith("у") && (last.endsWith("у") || last.endsWith("ю") || last.endsWith("ому"))) {
                cases = 4;
            } else if (first.endsWith("ом")
                    && (last.endsWith("ом") || last.endsWith("ым") || last.endsWith("им") || last.endsWith("ем"))) {
                cases = 16;
            }
        }
        if (cases == 0) {
            String known = attestedBase(last, OBLIQUE_CASES, attested);
            List<String> base = new ArrayList<>(parts);
            if (!known.isEmpty()) {
                base.set(parts.size() - 1, known);
            }
            String woman = known.isEmpty() && parts.size() == 2 ? accusative(first, last) : "";
            if (!woman.isEmpty()) {
                base.set(0, woman);
            }
            return new Base(base, !woman.isEmpty());
        }
        List<String> base = new ArrayList<>();
        for (String part : parts) {
            String nominative = part.length() < 3 ? part : nominative(part, false, cases, attested);
            base.add(nominative.isEmpty() ? part : nominative);
        }
        return new Base(base, false);
    }

    /** The base form of a surname that stands alone, the document's other words and the next one telling. */
    static String alone(String form, String next, Predicate<String> attested) {
        List<RussianGiven.Reading> readings = RussianGiven.readings(form);
        for (RussianGiven.Reading reading : readings) {
            String nominative = cased(reading.nominative(), form);
            if ((reading.cases() & NOMINATIVE) != 0 || attested.test(nominative)) {
                return nominative;
            }
        }
        if (!readings.isEmpty()) {
            return cased(readings.get(0).nominative(), form);
        }
        boolean feminine = next.endsWith("ла") || next.endsWith("лась");
        if (SURNAMES.contains(form)) {
            return form;
        }
        for (String ending : List.of("ым", "у", "ого", "ому", "им", "ом", "а", "е", "ой", "ы", "ем", "я", "ю")) {
            if (form.length() > ending.length() + 3 && form.endsWith(ending)) {
                String found = nominative(form, feminine || ending.equals("ой"), 2 | 4 | 8 | 16 | 32, attested);
                if (!found.isEmpty()
                        && !found.equals(form)
                        && (attested.test(found) || SURNAMES.contains(found) || telling(form, ending, feminine))) {
                    return found;
                }
            }
        }
        return form;
    }

    private static boolean telling(String form, String ending, boolean feminine) {
        String stem = form.substring(0, form.length() - ending.length());
        boolean possessive = stem.endsWith("ов") || stem.endsWith("ев") || stem.endsWith("ин") || stem.endsWith("ск");
        return possessive && !(ending.equals("а") && feminine) || ending.equals("ого") || ending.equals("ому");
    }

    /** Whether the word ends as a patronymic does. */
    static boolean isPatronymic(String word) {
        return (Endings.flags(word, 0, word.length(), true) & Flags.PATRONYMIC) != 0;
    }

    private static String patronymic(String form, boolean feminine) {
        int at = feminine ? form.lastIndexOf('н') : form.lastIndexOf("ич") + 1;
        return at < 2 ? form : form.substring(0, at + 1) + (feminine ? "а" : "");
    }

    /** The nominative, with the ё that the form itself has. */
    private static String cased(String nominative, String form) {
        return RussianGiven.plain(nominative).equals(RussianGiven.plain(form)) ? form : nominative;
    }

    /** The listed surnames of {@code origin}; all of them where it is empty. */
    private static Set<String> surnames(String origin) {
        Set<String> surnames = new HashSet<>();
        PersonWordLists.read("surnames-cyrillic.tsv", (label, name) -> {
            if (origin.isEmpty() || label.equals(origin)) {
                surnames.add(name);
            }
        });
        return surnames;
    }
}
