package wherein.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import wherein.document.NoteKind;

/** A mailbox (RFC 4155): each mail a document, numbered from 1. One mail is held at a time, so that a mailbox may be of any size. */
final class Mbox {

    /** The line before a mail has a time and a year, which a sentence that begins with "From" hardly has. */
    private static final Pattern SEPARATOR = Pattern.compile("From .*\\d{1,2}:\\d{2}.*", Pattern.DOTALL);

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final Allowance allowance;
    private final Extracts extracts;
    private int count;

    private Mbox(Allowance allowance, Extracts extracts) {
        this.allowance = allowance;
        this.extracts = extracts;
    }

    static void read(Path file, Allowance allowance, Extracts extracts) throws IOException, UnreadableException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            new Mbox(allowance, extracts).read(in);
        }
    }

    private void read(InputStream in) throws IOException, UnreadableException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        boolean blank = true;
        int lines = 0;
        int first = 0;
        boolean tooLarge = false;
        while (line(in, line)) {
            lines++;
            byte[] bytes = line.toByteArray();
            if (blank && isSeparator(bytes)) {
                if (first > 0) {
                    mail(mail, first, tooLarge);
                }
                mail.reset();
                tooLarge = false;
                first = lines + 1;
            } else if (first == 0 && !isBlank(bytes)) {
                throw new UnreadableException(
                        NoteKind.DAMAGED, "no mailbox: it does not begin with a line \"From\", an address and a time");
            } else if (mail.size() + (long) bytes.length > Mail.LARGEST) {
                tooLarge = true;
            } else {
                int quoted = quotedFrom(bytes) ? 1 : 0;
                mail.write(bytes, quoted, bytes.length - quoted);
            }
            blank = isBlank(bytes);
        }
        if (first > 0) {
            mail(mail, first, tooLarge);
        }
    }

    private void mail(ByteArrayOutputStream mail, int line, boolean tooLarge) {
        count++;
        String within = "#" + count;
        try {
            if (tooLarge) {
                throw Mail.tooLarge();
            }
            Mail.read(mail.toByteArray(), within, line, 0, allowance, extracts);
        } catch (UnreadableException e) {
            extracts.tell(e.kind(), line, within + " is not indexed: " + e.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            extracts.tell(NoteKind.DAMAGED, line, within + " is not indexed: it is no sound mail");
        }
    }

    /** Reads a line with its end into {@code line}; false at the end of the file. A longer one than a mail may be comes in pieces. */
    private static boolean line(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n' || line.size() > Mail.LARGEST / 2) {
                break;
            }
        }
        return line.size() > 0;
    }

    private static boolean isBlank(byte[] line) {
        return line.length == 1 || line.length == 2 && line[0] == '\r';
    }

    private static boolean isSeparator(byte[] line) {
        if (line.length < 10
                || line[0] != 'F'
                || line[1] != 'r'
                || line[2] != 'o'
                || line[3] != 'm'
                || line[4] != ' ') {
            return false;
        }
        String text = new String(line, 0, Math.min(line.length, 1_000), StandardCharsets.ISO_8859_1);
        return SEPARATOR.matcher(text).matches() && YEAR.matcher(text).find();
    }

    /** Whether it is a line "From" that has a mark before it, so that nobody takes it for the next mail. */
    private static boolean quotedFrom(byte[] line) {
        int at = 0;
        while (at < line.length && line[at] == '>') {
            at++;
        }
        return at > 0 && line.length >= at + 5 && new String(line, at, 5, StandardCharsets.ISO_8859_1).equals("From ");
    }
}
