package wherein.recognise.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Fills the sentences of {@code templates.txt} with names that are made up, and knows where the persons are. */
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
    private static final String[] TITLES = {
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
        "Mr"
    };
    private static final String[] ROLES = {
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
        "founder"
    };
    private static final String[] MONTHS = {"January", "February", "April", "June", "July", "October", "November"};
    private static final String[] DAYS = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
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
            " & ",
            " said it would buy",
            " sailed",
            " and Mount",
            " is a village");

    private final Random random;
    private final List<String> given = new ArrayList<>();
    private final List<String> surnames = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    Templates(Random random) {
        this.random = random;
        PersonWordLists.read("given-latin.tsv", (label, name) -> given.add(name));
        PersonWordLists.read("surnames.tsv", (label, name) -> surnames.add(name));
        PersonWordLists.read("cues.tsv", (label, word) -> {
            if (label.equals("place") && word.charAt(0) < 128 && word.length() > 3) {
                places.add(Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
        });
        try (InputStream in = Templates.class.getResourceAsStream("templates.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    lines.add(line.replace("\\n", "\n"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code count} texts of one to six templates, about the same persons. */
    List<Sample> samples(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            List<int[]> spans = new ArrayList<>();
            String[] names = {given(), surname(), given(), surname()};
            int parts = 1 + random.nextInt(6);
            for (int part = 0; part < parts; part++) {
                fill(pick(lines), names, text, spans);
                text.append(random.nextBoolean() ? "\n" : " ");
            }
            samples.add(new Sample("template", text.toString(), spans));
        }
        return samples;
    }

    private void fill(String line, String[] names, StringBuilder text, List<int[]> spans) {
        boolean shouted = line.equals(line.toUpperCase(Locale.ROOT)) && line.contains(" VOWS ");
        boolean again = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != '{') {
                text.append(line.charAt(i));
                continue;
            }
            char slot = line.charAt(i + 1);
            int start = text.length();
            String value = slot == 'F' && again ? given() + " " + surname() : value(slot, names);
            again |= slot == 'F';
            text.append(shouted ? value.toUpperCase(Locale.ROOT) : value);
            if (isPerson(line, slot, i, i + 3)) {
                spans.add(new int[] {start, text.length()});
            }
            i += 2;
        }
    }

    private static boolean isPerson(String line, char slot, int before, int after) {
        String rest = line.substring(after);
        return "FSGHJK".indexOf(slot) >= 0
                && THINGS.stream().noneMatch(rest::startsWith)
                && !line.startsWith("Mount ", before - 6)
                && !line.startsWith(" & ", before - 3);
    }

    private String value(char slot, String[] names) {
        return switch (slot) {
            case 'F' -> names[0] + " " + names[1];
            case 'H' -> names[2] + " " + names[3];
            case 'S' -> names[1];
            case 'J' -> names[3];
            case 'G' -> first(names[0]);
            case 'K' -> first(names[2]);
            case 'O' -> organisation();
            case 'P' -> pick(places);
            case 'T' -> pick(List.of(TITLES));
            case 'R' -> pick(List.of(ROLES));
            case 'M' -> pick(List.of(MONTHS));
            case 'D' -> pick(List.of(DAYS));
            default -> throw new IllegalStateException("no slot " + slot);
        };
    }

    private String first(String names) {
        String first = names.split("[ .-]")[0];
        return first.length() < 2 ? pick(given) : first;
    }

    private String organisation() {
        String name = pick(List.of(ORGANISATIONS)).replace("%P", pick(places));
        while (name.contains("%S")) {
            name = name.replaceFirst("%S", surname().replace("$", ""));
        }
        return name;
    }

    private String given() {
        String first = random.nextInt(6) == 0 ? invented() : pick(given);
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
        String head = pick(surnames);
        String tail = pick(surnames);
        return head.substring(0, (head.length() + 1) / 2)
                + tail.substring(tail.length() / 2).toLowerCase(Locale.ROOT);
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
