package wherein.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wherein.format.Markdown;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** What several tests of this package need: documents made of a text, and what every passage must be. */
public final class Texts {

    private Texts() {}

    public static Document document(String text) {
        return new Document("test", "test.txt", text, metadata("en"), List.of(), List.of());
    }

    public static Document document(String text, Metadata metadata) {
        return new Document("test", "test.txt", text, metadata, List.of(), List.of());
    }

    public static Document markdown(String text) {
        return new Document(
                "test",
                "test.md",
                text,
                metadata("en"),
                List.of(),
                Markdown.of(text).regions());
    }

    public static Metadata metadata(String language) {
        return new Metadata("", "", List.of(), EdtfDate.UNKNOWN, "", language, "", Map.of());
    }

    public static Metadata titled(String title, String... authors) {
        return new Metadata(title, "", List.of(authors), EdtfDate.UNKNOWN, "", "en", "", Map.of());
    }

    /** The passages of {@code document}, checked to tile it, each as {@code block: text}. */
    public static List<String> passages(Document document) {
        return tiles(document).stream()
                .map(passage -> passage.block().word() + ": " + passage.span().in(document.text()))
                .toList();
    }

    public static List<String> passages(String text) {
        return passages(document(text));
    }

    /** The passages of {@code document}, once it is sure that they tile it. */
    public static List<Passage> tiles(Document document) {
        List<Passage> passages = new Splitter().split(document);
        String text = document.text();
        int at = 0;
        int number = 1;
        for (Passage passage : passages) {
            Span span = passage.span();
            assertThat(passage.number()).isEqualTo(number++);
            assertThat(span.start()).as("passages in order, none over another").isGreaterThanOrEqualTo(at);
            assertThat(text.substring(at, span.start())).as("left out").matches(Texts::isBlank);
            assertThat(isBlank(span.in(text))).as("an empty passage").isFalse();
            assertThat(isSpace(text.codePointAt(span.start())) || isSpace(text.codePointBefore(span.end())))
                    .as("space around " + span.in(text))
                    .isFalse();
            assertThat(splitsPair(text, span.start()) || splitsPair(text, span.end()))
                    .as("a pair of surrogates is cut")
                    .isFalse();
            for (Part part : document.parts()) {
                assertThat(isBlank(part.span().in(text))
                                || part.span().contains(span)
                                || !part.span().overlaps(span))
                        .as(() -> "the passage \"" + span.in(text) + "\" across the part \""
                                + part.span().in(text) + "\"")
                        .isTrue();
            }
            assertThat(passage.metadata()).isEqualTo(document.metadataAt(span));
            at = span.end();
        }
        assertThat(text.substring(at)).as("left out at the end").matches(Texts::isBlank);
        return passages;
    }

    private static boolean splitsPair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(Texts::isSpace);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c <= ' '
                || c == 0x85
                || "\uFEFF\u200B".indexOf(c) >= 0;
    }

    /** {@code count} words of no meaning, in sentences of ten, the first with {@code from} as its number. */
    public static String prose(int from, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        (i % 10 == 0 ? "Willow" : "reed") + (from + i) + (i % 10 == 9 || i == count - 1 ? "." : ""))
                .collect(Collectors.joining(" "));
    }

    public static Path write(Path folder, String name, String content) {
        return write(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    public static Path write(Path folder, String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
