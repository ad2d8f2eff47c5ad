package wherein.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes records of what unpacked packages hold: one a document, with title, text, language, the package as its source, and the day
 * of the file as its date. A paragraph that has been there already is left out, so that licences and notes count once.
 */
final class Texts {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern LANGUAGE_OF_PATH =
            Pattern.compile("/(?:doc/[^/]+|html|help|translations)/([a-z]{2})(?:[-_][A-Z]{2})?/");
    private static final int LEAST_CHARACTERS = 300;
    private static final int MOST_CHARACTERS = 12_000;

    /** A shorter paragraph may well be there twice, as "See also" is. */
    private static final int SHORT = 60;

    private final Set<Long> known = new HashSet<>();
    private final BufferedWriter out;
    private int documents;

    private Texts(BufferedWriter out) {
        this.out = out;
    }

    /** Writes the records of all packages of {@code list} that lie in {@code packages} to {@code to}; returns how many. */
    static int write(Path list, Path packages, Path to) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(to)) {
            Texts texts = new Texts(out);
            for (String line : Files.readAllLines(list)) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t");
                    texts.ofPackage(packages.resolve(columns[0]), columns[0], columns[2]);
                }
            }
            return texts.documents;
        }
    }

    private void ofPackage(Path folder, String name, String language) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            Optional<Prose> prose = Prose.of(file);
            if (prose.isPresent()) {
                Matcher path = LANGUAGE_OF_PATH.matcher(folder.relativize(file).toString());
                LocalDate day = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
                ofFile(prose.get(), name, path.find() ? path.group(1) : language, day);
            }
        }
    }

    /** Cuts what is long. */
    private void ofFile(Prose prose, String source, String language, LocalDate day) throws IOException {
        List<String> paragraphs = new ArrayList<>();
        int length = 0;
        int part = 1;
        for (String paragraph : prose.paragraphs()) {
            if (paragraph.length() > SHORT && !known.add(digest(paragraph))) {
                continue;
            }
            if (length > MOST_CHARACTERS) {
                write(prose.title(), part++, paragraphs, source, language, day);
                paragraphs.clear();
                length = 0;
            }
            paragraphs.add(paragraph);
            length += paragraph.length();
        }
        if (length >= LEAST_CHARACTERS) {
            write(prose.title(), part, paragraphs, source, language, day);
        }
    }

    private void write(String title, int part, List<String> paragraphs, String source, String language, LocalDate day)
            throws IOException {
        Map<String, String> of = new LinkedHashMap<>();
        of.put("id", "r%07d".formatted(documents++));
        of.put("title", part == 1 ? title : title + ", part " + part);
        of.put("source", source);
        of.put("date", day.toString());
        of.put("lang", language);
        of.put("text", String.join("\n\n", paragraphs));
        out.write(JSON.writeValueAsString(of));
        out.write('\n');
    }

    private static long digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
