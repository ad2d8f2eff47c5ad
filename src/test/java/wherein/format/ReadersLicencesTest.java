package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What goes into the jar of the readers has a licence that is allowed there, and nothing comes along unseen. */
class ReadersLicencesTest {

    /** Each library of the jar, with a class of it. All are under the Apache License 2.0. */
    private static final Map<String, String> ALLOWED = Map.of(
            "poi", "org.apache.poi.hssf.usermodel.HSSFWorkbook",
            "poi-scratchpad", "org.apache.poi.hwpf.HWPFDocument",
            "commons-collections4", "org.apache.commons.collections4.ListValuedMap",
            "commons-codec", "org.apache.commons.codec.binary.Hex",
            "commons-io", "org.apache.commons.io.IOUtils",
            "SparseBitSet", "com.zaxxer.sparsebits.SparseBitSet",
            "log4j-api", "org.apache.logging.log4j.Logger",
            "apache-mime4j-core", "org.apache.james.mime4j.stream.MimeConfig",
            "apache-mime4j-dom", "org.apache.james.mime4j.dom.Message");

    private static final Pattern DEPENDENCY = Pattern.compile(
            "<artifactId>([^<]*)</artifactId>\\s*<version>[^<]*</version>\\s*<scope>provided</scope>\\s*"
                    + "<exclusions>\\s*<exclusion>\\s*<groupId>\\*</groupId>");

    private static final Pattern PROVIDED = Pattern.compile("<scope>provided</scope>");

    @Test
    void theBuildNamesThemAllAndTakesNothingElseWithThem() throws Exception {
        String build = Files.readString(Path.of("pom.xml"));
        assertThat(DEPENDENCY.matcher(build).results().map((MatchResult found) -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
        assertThat(PROVIDED.matcher(build).results().count()).isEqualTo(ALLOWED.size());
    }

    @Test
    void eachIsUnderTheApacheLicenseAndNamedInNotice() throws Exception {
        String notice = Files.readString(Path.of("NOTICE"));
        for (Map.Entry<String, String> library : ALLOWED.entrySet()) {
            Path jar = Path.of(Class.forName(library.getValue())
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            assertThat(jar.getFileName().toString()).startsWith(library.getKey() + "-");
            assertThat(licence(jar))
                    .as(library.getKey())
                    .containsPattern("Apache (?:Software )?License,?\\s+Version 2\\.0");
            assertThat(notice).contains(library.getKey());
        }
    }

    /** What a jar says of its licence: in a file of its own, else in the description of its build within or beside it. */
    private static String licence(Path jar) throws Exception {
        try (JarFile opened = new JarFile(jar.toFile())) {
            for (ZipEntry entry : opened.stream()
                    .filter(each -> each.getName().matches("META-INF/(?:LICENSE(?:\\.txt)?|maven/.*/pom\\.xml)"))
                    .collect(Collectors.toCollection(() -> new TreeSet<>(java.util.Comparator.comparing(
                            each -> each.getName().length()))))) {
                try (InputStream in = opened.getInputStream(entry)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return Files.readString(Path.of(jar.toString().replaceFirst("\\.jar$", ".pom")));
    }
}
