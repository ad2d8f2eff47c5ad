package wherein.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wherein.document.Metadata;
import wherein.document.NoteKind;

/** What is attached to a mail: each file that can be read is a document of its own, the others are told. */
final class Attachments {

    /** Mails in mails. */
    static final int DEEPEST = 8;

    /** The characters of a name that are kept in an id. */
    private static final int LONGEST_NAME = 80;

    private final String mail;
    private final int line;
    private final int depth;
    private final Allowance allowance;
    private final Extracts extracts;
    private final Map<String, Integer> names = new HashMap<>();

    /**
     * Of a mail.
     *
     * @param mail what tells the mail from others of its file
     * @param line the line of the file with which it begins
     * @param depth in how many mails this one is attached
     */
    Attachments(String mail, int line, int depth, Allowance allowance, Extracts extracts) {
        this.mail = mail;
        this.line = line;
        this.depth = depth;
        this.allowance = allowance;
        this.extracts = extracts;
    }

    /** Reads the file {@code name}, which may be hostile: no more than a name comes of it. */
    void read(String name, byte[] content) {
        String shown = shown(name);
        try {
            Optional<BinaryFormat> format = BinaryFormat.of(shown);
            if (format.isPresent()
                    && (format.get() != BinaryFormat.PICTURE
                            || allowance.tesseract().isPresent())) {
                binary(shown, content, format.get());
            } else {
                text(shown, content);
            }
        } catch (UnreadableException e) {
            refused(shown, e.getMessage());
        } catch (IOException e) {
            refused(shown, "it could not be unpacked");
        }
    }

    private void binary(String name, byte[] content, BinaryFormat format) throws IOException, UnreadableException {
        if (depth >= DEEPEST) {
            refused(name, "it is attached to what is attached, " + DEEPEST + " times over");
            return;
        }
        if (format == BinaryFormat.EML) {
            Mail.read(content, "", line, depth + 1, allowance, inner(within(name)));
        } else {
            file(name, content, (file, inner) -> BinaryFile.read(file, format, allowance, inner));
        }
    }

    /** Reads a file. */
    private interface Reader {
        void read(Path file, Extracts extracts) throws IOException, UnreadableException;
    }

    private void file(String name, byte[] content, Reader reader) throws IOException, UnreadableException {
        Path file = Files.createTempFile("attached", "");
        try {
            Files.write(file, content);
            reader.read(file, inner(within(name)));
        } finally {
            Files.delete(file);
        }
    }

    /** Takes what comes of the file that is called {@code within}. */
    private Extracts inner(String within) {
        return new Extracts() {
            @Override
            public void add(Extract extract) {
                extracts.add(placed(extract, within + extract.within()));
            }

            @Override
            public void tell(NoteKind kind, int at, String message) {
                extracts.tell(kind, line, "in " + within + ": " + message);
            }

            @Override
            public void read(long bytes) {
                // The mail has been read.
            }
        };
    }

    private void text(String name, byte[] content) throws IOException, UnreadableException {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        switch (extension) {
            case "txt", "text", "md", "log" ->
                extracts.add(placed(
                        Extract.of(Encodings.decode(content).text(), Metadata.UNKNOWN, List.of()), within(name)));
            case "csv" -> file(name, content, (file, inner) -> Tables.read(file, ',', allowance.most(), inner));
            case "tsv", "tab" -> file(name, content, (file, inner) -> Tables.read(file, '\t', allowance.most(), inner));
            case "json" -> file(name, content, (file, inner) -> JsonTexts.read(file, allowance.most(), inner));
            case "jsonl", "ndjson" ->
                file(name, content, (file, inner) -> JsonLines.read(file, allowance.most(), inner));
            case "html", "htm", "xhtml" -> extracts.add(placed(Pages.ofWeb(content, Optional.empty()), within(name)));
            default -> refused(name, "it is none of the types that are read there");
        }
    }

    /** A mail that is attached as a part and not as a file. */
    void mail(String subject, byte[] content) {
        read((subject.isBlank() ? "mail" : subject) + ".eml", content);
    }

    private Extract placed(Extract extract, String within) {
        return new Extract(
                extract.text(),
                Optional.empty(),
                within,
                extract.metadata(),
                extract.regions(),
                extract.cues(),
                extract.origins(),
                line,
                extract.ocr());
    }

    /** The mail's name, a slash and the file's; a second one of that name has a number. */
    private String within(String name) {
        int count = names.merge(name, 1, Integer::sum);
        return mail + "/" + (count == 1 ? name : name + " (" + count + ")");
    }

    private void refused(String name, String why) {
        extracts.tell(NoteKind.ATTACHMENT, line, "attachment " + mail + "/" + name + " is not indexed: " + why);
    }

    static String shown(String name) {
        String clean = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String last = clean.substring(Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\')) + 1);
        if (last.length() <= LONGEST_NAME) {
            return last.isEmpty() ? "attachment" : last;
        }
        int dot = last.lastIndexOf('.');
        String end = dot > last.length() - 12 ? last.substring(dot) : "";
        return last.substring(0, LONGEST_NAME - end.length()) + end;
    }
}
