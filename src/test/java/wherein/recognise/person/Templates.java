package wherein.recognise.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import wherein.recognise.language.Language;
import wherein.recognise.language.Languages;
import wherein.recognise.language.WordClass;

/** Fills the sentences of a language with names that are made up, and knows where the persons are. */
final class Templates {

    private static final String[] ORGANISATIONS = {
        "University of %P",
        "%S University",
        "Ministry of Defence",
        "Ministry of Health",
        "Central Bank",
        "%S Group",
        "%S Foundation",
        "%S Institute",
        "National Assembly",
        "Supreme Court",
        "%P Times",
        "Daily %S",
        "World Bank",
        "%S & %S",
        "%S Brothers",
        "United Nations",
        "European Commission",
        "Red Cross",
        "%P Police",
        "Green Party",
        "State Department",
        "White House",
        "%P United",
        "Radio Free %P",
        "Institute for Strategic Studies",
        "%S Capital",
        "Bank of %P",
        "%S Partners",
        "Council on Foreign Relations",
        "Human Rights Watch",
        "Democratic Party",
        "%P Stock Exchange",
        "Associated Press",
        "Reuters",
        "Gazprom",
        "Yandex",
        "Interfax",
        "Center for %P Studies",
        "House of Commons",
        "Court of Appeal",
        "%S Energy",
        "Air %P",
        "%P Airlines",
        "FIFA",
        "NATO",
        "OPEC",
        "CNN",
        "BBC",
        "Volkswagen",
        "Toyota",
        "Siemens",
        "Al Jazeera",
        "Anadolu Agency",
        "Getty Images"
    };
    private static final List<String> TITLES = List.of(
            "President",
            "Prime Minister",
            "Sen.",
            "Senator",
            "Mr.",
            "Mrs.",
            "Ms.",
            "Dr.",
            "Professor",
            "Gov.",
            "Judge",
            "Chancellor",
            "Foreign Minister",
            "Gen.",
            "Captain",
            "Mayor",
            "Sir",
            "Secretary",
            "Defense Secretary",
            "Mr");
    private static final List<String> ROLES = List.of(
            "analyst",
            "economist",
            "teacher",
            "spokesman",
            "lawyer",
            "director",
            "singer",
            "novelist",
            "historian",
            "president",
            "chairman",
            "spokeswoman",
            "senior fellow",
            "professor of law",
            "footballer",
            "activist",
            "farmer",
            "political scientist",
            "human rights lawyer",
            "researcher",
            "minister",
            "governor",
            "editor",
            "founder");
    private static final List<String> CLUBS = List.of(
            "%P",
            "%P",
            "%P",
            "%P United",
            "%P City",
            "FC %P",
            "%B",
            "%B",
            "Sporting %P",
            "Dynamo %P",
            "Real %B",
            "%B %P",
            "%B %B",
            "Maccabi %B",
            "AC %P",
            "%P Rovers",
            "Bayer %B",
            "%S City",
            "Inter",
            "St. %S",
            "%B Athletic",
            "%P Reds",
            "FK %B %P",
            "NK %B",
            "CA %B",
            "Deportivo %B",
            "Hajduk %B",
            "Partizan %P",
            "SK %B",
            "RC %P",
            "Olympique %P");
    private static final List<String> PARTICLES =
            List.of("Van ", "De ", "Van den ", "Van der ", "van ", "van der ", "de ", "Del ", "Ten ", "von ", "di ");
    private static final String[] SYLLABLES = {
        "ka", "mo", "ri", "ta", "no", "shi", "lu", "ben", "dor", "kar", "mal", "ve", "zo", "xu", "lin", "wen", "ha",
                "ji", "ro",
        "sa", "to", "mi", "nu", "ok", "an", "bar", "che", "du", "el", "far", "gu", "hol", "ing", "ja", "kel", "lo",
                "mu", "ner",
        "os", "pi", "qua", "ras", "sti", "tru", "ul", "vor", "wa", "ya", "zen", "bri", "cla", "fle", "gro", "pre",
                "ski", "th"
    };

    /** What, right after a name, makes it the name of something else. */
    private static final List<String> THINGS = List.of(
            " Institute",
            " Foundation",
            " University",
            " Motor",
            " Group",
            " Holdings",
            " Hotel",
            " Park",
            " River",
            " Street",
            " Prize",
            " Medal",
            " High",
            " Airport",
            " Bridge",
            " said it would buy",
            " sailed",
            " and Mount",
            " is a village");

    private final Random random;
    private final Language language;
    private final List<String> given = new ArrayList<>();
    private final List<String> surnames = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    Templates(String code, Random random) {
        this.random = random;
        this.language = Languages.of(code);
        PersonWordLists.read("given-latin.tsv", (label, name) -> given.add(name));
        PersonWordLists.read("surnames.tsv", (label, name) -> surnames.add(name));
        PersonWordLists.read("cues.tsv", (label, word) -> {
            if (label.equals("place") && word.charAt(0) < 128 && word.length() > 3) {
                places.add(capital(word));
            }
        });
        try (InputStream in = Templates.class.getResourceAsStream("templates-" + code + ".txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    lines.add(line.replace("\\n", "\n"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** {@code count} texts of one to six templates, about the same persons, half of them of one template. */
    List<Sample> samples(int count, PersonLexicon lexicon) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            List<int[]> spans = new ArrayList<>();
            String[] names = {given(), surname(), given(), surname()};
            int parts = random.nextBoolean() ? 1 : 1 + random.nextInt(6);
            for (int part = 0; part < parts; part++) {
                fill(pick(lines), names, text, spans);
                text.append(random.nextBoolean() ? "\n" : " ");
            }
            samples.add(new Sample("template", text.toString(), spans, lexicon));
        }
        return samples;
    }

    private void fill(String line, String[] names, StringBuilder text, List<int[]> spans) {
        boolean shouted = isShouted(line);
        boolean again = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != '{') {
                text.append(line.charAt(i));
                continue;
            }
            char slot = line.charAt(i + 1);
            int start = text.length();
            String value = slot == 'F' && again ? given() + " " + surname() : value(Character.toUpperCase(slot), names);
            again |= slot == 'F';
            text.append(shouted ? value.toUpperCase(Locale.ROOT) : value);
            if (isPerson(line, slot, i, i + 3)) {
                spans.add(new int[] {start, text.length()});
            }
            i += 2;
        }
    }

    /** Whether the line, but for its slots, has no small letter and a word of four letters. */
    private static boolean isShouted(String line) {
        String rest = line.replaceAll("\\{.\\}", "");
        return rest.equals(rest.toUpperCase(Locale.ROOT)) && rest.matches("(?s).*\\p{Lu}{4}.*");
    }

    private static boolean isPerson(String line, char slot, int before, int after) {
        String rest = line.substring(after);
        return "FSGHJKLUIVX".indexOf(slot) >= 0
                && THINGS.stream().noneMatch(rest::startsWith)
                && !line.startsWith("Mount ", before - 6);
    }

    private String value(char slot, String[] names) {
        return switch (slot) {
            case 'F' -> names[0] + " " + names[1];
            case 'H' -> names[2] + " " + names[3];
            case 'S' -> names[1];
            case 'J' -> names[3];
            case 'G' -> first(names[0]);
            case 'K' -> first(names[2]);
            case 'L' -> given() + " " + surname();
            case 'U' -> surname();
            case 'I' -> letter() + (random.nextInt(5) == 0 ? " " : ". ") + surname();
            case 'V' -> pick(PARTICLES) + surname();
            case 'X' -> given() + " " + pick(PARTICLES) + surname();
            case 'O' -> organisation(pick(List.of(ORGANISATIONS)));
            case 'C' -> organisation(pick(CLUBS));
            case 'B' -> brand();
            case 'Q' -> noun();
            case 'P' -> pick(places);
            case 'T' -> ours(WordClass.TITLE, TITLES);
            case 'R' -> ours(WordClass.ROLE, ROLES);
            case 'M' ->
                ours(WordClass.MONTH, List.of("January", "February", "April", "June", "July", "October", "November"));
            case 'D' ->
                ours(
                        WordClass.WEEKDAY,
                        List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"));
            case 'N' -> String.valueOf(1 + random.nextInt(99));
            case 'Y' -> String.valueOf(1800 + random.nextInt(225));
            default -> throw new IllegalStateException("no slot " + slot);
        };
    }

    /** A word of the language, with a capital where it writes its nouns so; English ones of a list that has phrases. */
    private String ours(WordClass wordClass, List<String> english) {
        if (language.code().equals("en")) {
            return pick(english);
        }
        String word = pick(List.copyOf(language.words(wordClass).keySet()));
        return language.words(WordClass.NOUN_ENDING).isEmpty() ? word : capital(word);
    }

    /** A common noun with a capital, often a compound that no list has. */
    private String noun() {
        List<String> nouns = List.copyOf(language.words(WordClass.NOUN).keySet());
        return capital(
                switch (random.nextInt(3)) {
                    case 0 -> pick(nouns);
                    case 1 -> pick(nouns) + pick(nouns);
                    default -> syllables() + pick(nouns);
                });
    }

    /** A name that no list has. */
    private String brand() {
        return random.nextInt(6) == 0 ? invented() : capital(syllables());
    }

    private String syllables() {
        StringBuilder word = new StringBuilder();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            word.append(pick(List.of(SYLLABLES)));
        }
        return word.toString();
    }

    private String first(String names) {
        String first = names.split("[ .-]")[0];
        return first.length() < 2 ? pick(given) : first;
    }

    private String organisation(String pattern) {
        String name = pattern.replace("%P", pick(places));
        while (name.contains("%B")) {
            name = name.replaceFirst("%B", brand());
        }
        while (name.contains("%S")) {
            name = name.replaceFirst("%S", surname().replace("$", ""));
        }
        return name;
    }

    private String given() {
        String first = random.nextInt(4) == 0 ? invented() : pick(given);
        return switch (random.nextInt(12)) {
            case 0 -> first + " " + letter() + ".";
            case 1 -> first + "-" + pick(given);
            case 2 -> letter() + "." + letter() + ".";
            default -> first;
        };
    }

    private char letter() {
        return (char) ('A' + random.nextInt(26));
    }

    private String surname() {
        return switch (random.nextInt(8)) {
            case 0 -> pick(given);
            case 1, 2, 3 -> invented();
            case 4 -> random.nextInt(3) > 0 ? pick(surnames) : (random.nextBoolean() ? "al-" : "van ") + invented();
            default -> pick(surnames);
        };
    }

    private String invented() {
        if (random.nextBoolean()) {
            return capital(syllables());
        }
        String head = pick(surnames);
        String tail = pick(surnames);
        return head.substring(0, (head.length() + 1) / 2)
                + tail.substring(tail.length() / 2).toLowerCase(Locale.ROOT);
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
