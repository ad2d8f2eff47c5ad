package wherein.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import wherein.document.Metadata;
import wherein.document.NoteKind;
import wherein.document.Region;
import wherein.text.Span;

/** A mail (RFC 5322, MIME). Its plain text goes before the same in HTML; what it is not made to show is attached. */
final class Mail {

    /** A mail of more bytes is not taken apart. */
    static final long LARGEST = 128L << 20;

    private static final int DEEPEST = 64;

    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(1 << 20)
            .setMaxHeaderCount(10_000)
            .setMalformedHeaderStartsBody(false)
            .build();

    /** A mail has one of these at least. */
    private static final List<String> HEADS =
            List.of("From", "To", "Date", "Subject", "Received", "Message-ID", "MIME-Version", "Content-Type");

    private static final Pattern NAMED = Pattern.compile("^\\s*\"?([^\"<]*?)\"?\\s*<\\s*([^>]*?)\\s*>");
    private static final Pattern COMMENTED = Pattern.compile("^\\s*(\\S+@\\S+)\\s*\\(([^)]*)\\)");

    /** What the mail says, the first text in it counts. */
    private final List<Extract> texts = new ArrayList<>();

    private final List<String> attached = new ArrayList<>();
    private final List<Runnable> files = new ArrayList<>();
    private final Attachments attachments;

    private Mail(Attachments attachments) {
        this.attachments = attachments;
    }

    static void read(Path file, Allowance allowance, Extracts extracts) throws IOException, UnreadableException {
        if (Files.size(file) > LARGEST) {
            throw tooLarge();
        }
        read(Files.readAllBytes(file), "", 1, 0, allowance, extracts);
    }

    static UnreadableException tooLarge() {
        return new UnreadableException(
                NoteKind.TOO_LARGE,
                "a mail of more than " + (LARGEST >> 20) + " MB; save what is attached to it as files of their own");
    }

    /**
     * Reads the mail {@code bytes}.
     *
     * @param within what tells it from the other documents of its file
     * @param line the line of the file with which it begins
     * @param depth in how many mails it is attached
     */
    static void read(byte[] bytes, String within, int line, int depth, Allowance allowance, Extracts extracts)
            throws IOException, UnreadableException {
        Message message = parse(bytes);
        String subject = field(message, "Subject");
        if (HEADS.stream().allMatch(name -> message.getHeader().getField(name) == null)) {
            throw new UnreadableException(NoteKind.DAMAGED, "no mail: it has no sender, date, subject or type");
        }
        Mail mail = new Mail(new Attachments(within, line, depth, allowance, extracts));
        mail.entity(message, 0);
        extracts.add(MailDocument.of(
                within,
                subject,
                author(field(message, "From")),
                MailDocument.day(field(message, "Date")),
                mail.text(),
                mail.attached,
                line,
                allowance.most()));
        mail.files.forEach(Runnable::run);
    }

    static Message parse(byte[] bytes) throws IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(CONFIG);
        builder.setDecodeMonitor(DecodeMonitor.SILENT);
        return builder.parseMessage(new ByteArrayInputStream(bytes));
    }

    /** A field of the header, decoded; bytes that are no ASCII are read as the text of a file would be. */
    static String field(Message message, String name) {
        Field field = message.getHeader().getField(name);
        if (field == null) {
            return "";
        }
        byte[] raw = field.getRaw() == null ? new byte[0] : field.getRaw().toByteArray();
        String body = field.getBody();
        boolean foreign = false;
        for (byte each : raw) {
            foreign |= each < 0;
        }
        if (foreign) {
            try {
                String whole = Encodings.decode(raw).text();
                body = whole.substring(whole.indexOf(':') + 1);
            } catch (UnreadableException e) {
                // As the library has it.
            }
        }
        String unfolded = body.replaceAll("\\r?\\n(?=[ \\t])", "");
        return DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT)
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
    }

    /** The name in a From field, else the address. */
    static String author(String from) {
        Matcher commented = COMMENTED.matcher(from);
        if (commented.find() && !commented.group(2).isBlank()) {
            return commented.group(2).strip();
        }
        Matcher named = NAMED.matcher(from);
        if (named.find()) {
            return named.group(1).isBlank()
                    ? named.group(2)
                    : named.group(1).replace("\\", "").strip();
        }
        return from.replaceFirst(",.*@.*", "").strip();
    }

    private Extract text() {
        if (texts.isEmpty()) {
            return Extract.of("", Metadata.UNKNOWN, List.of());
        }
        if (texts.size() == 1) {
            return texts.getFirst();
        }
        StringBuilder whole = new StringBuilder();
        List<Region> regions = new ArrayList<>();
        for (Extract text : texts) {
            whole.append(whole.isEmpty() ? "" : "\n\n");
            int start = whole.length();
            text.regions()
                    .forEach(region -> regions.add(new Region(
                            new Span(
                                    start + region.span().start(),
                                    start + region.span().end()),
                            region.block())));
            whole.append(text.text().stripTrailing());
        }
        regions.removeIf(region -> region.span().end() > whole.length());
        return Extract.of(whole.toString(), texts.getFirst().metadata(), regions);
    }

    private void entity(Entity entity, int depth) throws IOException, UnreadableException {
        if (depth > DEEPEST) {
            throw new UnreadableException(NoteKind.DAMAGED, "its parts nest too deep");
        }
        Body body = entity.getBody();
        if (body == null) {
            return;
        }
        String type = entity.getMimeType().toLowerCase(Locale.ROOT);
        switch (body) {
            case Multipart parts -> multipart(parts, type, depth);
            case Message inner -> {
                String subject = field(inner, "Subject");
                attached.add(Attachments.shown((subject.isBlank() ? "mail" : subject) + ".eml"));
                byte[] bytes = bytes(inner);
                files.add(() -> attachments.mail(subject, bytes));
            }
            case SingleBody single -> single(entity, type, single);
            default -> {
                // Nothing that has words.
            }
        }
    }

    private void multipart(Multipart parts, String type, int depth) throws IOException, UnreadableException {
        List<Entity> entities = parts.getBodyParts();
        if (!type.equals("multipart/alternative")) {
            for (Entity entity : entities) {
                entity(entity, depth + 1);
            }
            return;
        }
        // The same several times: plain text if it says anything, else the last, which is the richest.
        Optional<Entity> plain = entities.stream()
                .filter(entity -> entity.getMimeType().equalsIgnoreCase("text/plain"))
                .findFirst();
        int before = texts.size();
        if (plain.isPresent()) {
            entity(plain.get(), depth + 1);
        }
        boolean said = texts.size() > before;
        for (int i = entities.size() - 1; i >= 0; i--) {
            Entity entity = entities.get(i);
            boolean isText = entity.getMimeType().toLowerCase(Locale.ROOT).startsWith("text/");
            boolean isFile = !isText && !(entity.getBody() instanceof Multipart);
            if (!said || isFile || hasFiles(entity)) {
                Mail rest = new Mail(attachments);
                rest.entity(entity, depth + 1);
                if (!said && !rest.texts.isEmpty()) {
                    texts.addAll(rest.texts);
                    said = true;
                }
                attached.addAll(rest.attached);
                files.addAll(rest.files);
            }
        }
    }

    /** Whether what stands in the place of the plain text has files with it, such as pictures in HTML. */
    private static boolean hasFiles(Entity entity) {
        return entity.getBody() instanceof Multipart;
    }

    private void single(Entity entity, String type, SingleBody body) throws IOException, UnreadableException {
        String name = Optional.ofNullable(entity.getFilename())
                .or(() -> Optional.ofNullable(parameter(entity, "name")))
                .map(said -> DecoderUtil.decodeEncodedWords(said, DecodeMonitor.SILENT))
                .orElse("");
        boolean isText = type.equals("text/plain") || type.equals("text/html") || type.equals("text/enriched");
        boolean isAttached = "attachment".equalsIgnoreCase(entity.getDispositionType())
                || !name.isBlank() && !"inline".equalsIgnoreCase(entity.getDispositionType());
        byte[] bytes = bytes(body);
        if (isText && !isAttached) {
            text(entity, type, bytes);
        } else if (!name.isBlank() || isAttached) {
            String shown = Attachments.shown(name.isBlank() ? "attachment" : name);
            attached.add(shown);
            files.add(() -> attachments.read(shown, bytes));
        }
    }

    private void text(Entity entity, String type, byte[] bytes) throws UnreadableException {
        Optional<Charset> declared = Optional.ofNullable(entity.getCharset()).flatMap(Charsets::named);
        boolean html = type.equals("text/html");
        Optional<Charset> said = html ? declared.or(() -> Html.charset(bytes)) : declared;
        String text;
        try {
            text = Encodings.decode(bytes, said).text();
        } catch (UnreadableException e) {
            text = new String(bytes, said.orElse(StandardCharsets.UTF_8)).replaceAll("\\p{Cc}&&[^\\s]", "");
        }
        if (!text.isBlank()) {
            boolean flowed = "flowed".equalsIgnoreCase(parameter(entity, "format"));
            texts.add(
                    html ? Pages.ofMail(text) : Extract.of(flowed ? flowed(text) : text, Metadata.UNKNOWN, List.of()));
        }
    }

    /** Joins the lines that a writer's program has broken (RFC 3676). */
    private static String flowed(String text) {
        StringBuilder joined = new StringBuilder();
        for (String line : text.split("\\r?\\n", -1)) {
            String said = line.startsWith(" ") ? line.substring(1) : line;
            joined.append(said);
            boolean goesOn = said.endsWith(" ") && !said.equals("-- ") && !said.startsWith(">");
            joined.append(goesOn ? "" : "\n");
        }
        return joined.toString();
    }

    private static String parameter(Entity entity, String name) {
        Field field = entity.getHeader() == null ? null : entity.getHeader().getField("Content-Type");
        return field instanceof org.apache.james.mime4j.dom.field.ContentTypeField type
                ? type.getParameter(name)
                : null;
    }

    private static byte[] bytes(SingleBody body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static byte[] bytes(Message message) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new org.apache.james.mime4j.message.DefaultMessageWriter().writeMessage(message, bytes);
        return bytes.toByteArray();
    }
}
