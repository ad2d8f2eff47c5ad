package wherein.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The versions of those parts of this program on which the content of an index depends: SHA-256 over their classes and data, so that
 * no change of them is forgotten. Takes some 10 ms.
 */
public final class ProgramVersion {

    /** What each part is called when it is told, and its packages. */
    private static final Map<String, List<String>> PARTS = Map.of(
            "reading", List.of("wherein/document", "wherein/time", "wherein/text"),
            "recognition", List.of("wherein/mention", "wherein/recognise"),
            "analysis", List.of("wherein/analysis"),
            "duplicates", List.of("wherein/duplicate"));

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
                return parts(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return parts(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program itself cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the program is no path", e);
        }
    }

    private static Map<String, String> parts(Path classes) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        for (Map.Entry<String, List<String>> part : PARTS.entrySet()) {
            StringBuilder all = new StringBuilder();
            for (String folder : part.getValue()) {
                try (Stream<Path> files = Files.walk(classes.resolve(folder))) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        all.append(classes.relativize(file).toString().replace('\\', '/'))
                                .append(' ')
                                .append(Fingerprint.of(file))
                                .append('\n');
                    }
                }
            }
            parts.put(part.getKey(), Fingerprint.of(all.toString()));
        }
        return parts;
    }
}
