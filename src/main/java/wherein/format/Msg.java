package wherein.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import wherein.document.Metadata;
import wherein.document.NoteKind;
import wherein.time.EdtfDate;

/** A message of Outlook ([MS-OXMSG]), read as {@link Mail} is. */
final class Msg {

    private Msg() {}

    static void read(Path file, Allowance allowance, Extracts extracts) throws IOException, UnreadableException {
        try (MAPIMessage message = new MAPIMessage(file.toFile())) {
            read(message, "", 0, allowance, extracts);
        }
    }

    private static void read(MAPIMessage message, String within, int depth, Allowance allowance, Extracts extracts)
            throws IOException, UnreadableException {
        message.setReturnNullOnMissingChunk(true);
        try {
            message.guess7BitEncoding();
            List<String> names = new ArrayList<>();
            for (AttachmentChunks attached : message.getAttachmentFiles()) {
                names.add(name(attached));
            }
            extracts.add(MailDocument.of(
                    within,
                    text(message.getSubject()),
                    text(message.getDisplayFrom()),
                    day(message.getMessageDate()),
                    body(message),
                    names,
                    1,
                    allowance.most()));
        } catch (ChunkNotFoundException e) {
            throw new IOException(e);
        }
        Attachments attachments = new Attachments(within, 1, depth, allowance, extracts);
        for (AttachmentChunks attached : message.getAttachmentFiles()) {
            String name = name(attached);
            if (attached.isEmbeddedMessage()) {
                inner(attached, within + "/" + name, depth + 1, allowance, extracts);
            } else if (attached.getAttachData() != null
                    && attached.getAttachData().getValue() != null) {
                attachments.read(name, attached.getAttachData().getValue());
            } else {
                extracts.tell(
                        NoteKind.ATTACHMENT, 0, "attachment " + within + "/" + name + " is not indexed: it is empty");
            }
        }
    }

    private static void inner(
            AttachmentChunks attached, String within, int depth, Allowance allowance, Extracts extracts)
            throws UnreadableException {
        if (depth > Attachments.DEEPEST) {
            extracts.tell(
                    NoteKind.ATTACHMENT,
                    0,
                    "attachment " + within + " is not indexed: it is attached to what is attached");
            return;
        }
        try (MAPIMessage message = attached.getEmbeddedMessage()) {
            read(message, within, depth, allowance, extracts);
        } catch (IOException e) {
            extracts.tell(NoteKind.ATTACHMENT, 0, "attachment " + within + " is not indexed: it is damaged");
        }
    }

    private static String name(AttachmentChunks attached) {
        if (attached.isEmbeddedMessage()) {
            String shown = attached.getAttachFileName() == null
                    ? "mail"
                    : attached.getAttachFileName().getValue();
            return Attachments.shown(shown);
        }
        String name = attached.getAttachLongFileName() != null
                ? attached.getAttachLongFileName().getValue()
                : attached.getAttachFileName() != null
                        ? attached.getAttachFileName().getValue()
                        : "attachment";
        return Attachments.shown(name);
    }

    private static Extract body(MAPIMessage message) throws ChunkNotFoundException, IOException, UnreadableException {
        String plain = text(message.getTextBody());
        if (!plain.isBlank()) {
            return Extract.of(plain.replace("\r\n", "\n"), Metadata.UNKNOWN, List.of());
        }
        String html = text(message.getHtmlBody());
        if (!html.isBlank()) {
            return Pages.ofMail(html);
        }
        String rich = text(message.getRtfBody());
        if (rich.isBlank()) {
            return Extract.of("", Metadata.UNKNOWN, List.of());
        }
        Path file = Files.createTempFile("body", ".rtf");
        try {
            Files.writeString(file, rich, StandardCharsets.ISO_8859_1);
            return Rtf.read(file, Long.MAX_VALUE);
        } finally {
            Files.delete(file);
        }
    }

    private static EdtfDate day(Calendar time) {
        return time == null
                ? EdtfDate.UNKNOWN
                : EdtfDate.of(time.toInstant().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static String text(String said) {
        return said == null ? "" : said.replace("\u0000", "").strip();
    }
}
