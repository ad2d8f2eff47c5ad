package wherein.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * The versions of those parts of this program on which the content of an index depends: SHA-256 over names, sizes and CRC-32 of their
 * classes and data, so that no change of them is forgotten, but for one in 4,000,000,000. A jar has these in its list, so that nothing
 * of it is read: it takes some 10 ms, and reading all took 200.
 */
public final class ProgramVersion {

    /** What each part is called when it is told, and its packages. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "reading",
                    List.of("wherein/collection", "wherein/format", "wherein/document", "wherein/time", "wherein/text"),
            "recognition", List.of("wherein/mention", "wherein/recognise"),
            "analysis", List.of("wherein/analysis"),
            "duplicates", List.of("wherein/duplicate"));

    private static final String OURS = "wherein/";

    private ProgramVersion() {}

    /** The version of each part. */
    public static Map<String, String> parts() {
        try {
            Path place = Path.of(ProgramVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return ofFolder(place);
            }
            try (ZipFile jar = new ZipFile(place.toFile())) {
                return ofJar(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program itself cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the program is no path", e);
        }
    }

    private static Map<String, String> ofFolder(Path classes) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        for (String folder : PARTS.values().stream().flatMap(List::stream).toList()) {
            try (Stream<Path> files = Files.walk(classes.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    CRC32 crc = new CRC32();
                    crc.update(bytes);
                    sums.put(classes.relativize(file).toString().replace('\\', '/'), sum(bytes.length, crc.getValue()));
                }
            }
        }
        return parts(sums);
    }

    /** A jar has the sums of what is in it. */
    private static Map<String, String> ofJar(ZipFile jar) {
        Map<String, String> sums = new TreeMap<>();
        jar.stream()
                .filter(entry -> entry.getName().startsWith(OURS) && !entry.isDirectory())
                .forEach(entry -> sums.put(entry.getName(), sum(entry.getSize(), entry.getCrc())));
        return parts(sums);
    }

    private static String sum(long size, long crc) {
        return size + " " + crc;
    }

    private static Map<String, String> parts(Map<String, String> sums) {
        Map<String, String> parts = new TreeMap<>();
        PARTS.forEach((part, folders) -> {
            StringBuilder all = new StringBuilder();
            sums.forEach((file, sum) -> {
                if (folders.stream().anyMatch(folder -> file.startsWith(folder + "/"))) {
                    all.append(file).append(' ').append(sum).append('\n');
                }
            });
            parts.put(part, Fingerprint.of(all.toString()));
        });
        return parts;
    }
}
