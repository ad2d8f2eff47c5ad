package wherein.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import wherein.document.NoteKind;

/** A page and what it is made of in one file (RFC 2557): the first page in it. */
final class Mhtml {

    private static final int DEEPEST = 64;

    private Mhtml() {}

    static Extract read(Path file, long most) throws IOException, UnreadableException {
        if (Files.size(file) > Mail.LARGEST) {
            throw Mail.tooLarge();
        }
        Message message = Mail.parse(Files.readAllBytes(file));
        Entity page = page(message, 0)
                .orElseThrow(() -> new UnreadableException(NoteKind.DAMAGED, "no page of HTML in it; save it anew"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((SingleBody) page.getBody()).writeTo(bytes);
        Optional<Charset> declared = Optional.ofNullable(page.getCharset())
                .filter(name -> !name.equalsIgnoreCase("us-ascii"))
                .flatMap(Charsets::named);
        Extract extract = Pages.ofWeb(bytes.toByteArray(), declared);
        if (extract.text().length() > most) {
            throw new UnreadableException(
                    NoteKind.TOO_LARGE, "its text is longer than " + most + " bytes; see --max-document");
        }
        return extract;
    }

    private static Optional<Entity> page(Entity entity, int depth) {
        if (entity.getBody() instanceof Multipart parts && depth < DEEPEST) {
            return parts.getBodyParts().stream()
                    .map(part -> page(part, depth + 1))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        String type = entity.getMimeType().toLowerCase(Locale.ROOT);
        boolean isPage = type.equals("text/html") || type.equals("application/xhtml+xml");
        return isPage && entity.getBody() instanceof SingleBody ? Optional.of(entity) : Optional.empty();
    }
}
