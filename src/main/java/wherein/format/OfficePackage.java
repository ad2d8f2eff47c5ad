package wherein.format;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import wherein.document.NoteKind;

/** A document that is a ZIP file of parts: what its parts say, within bounds of what they may unpack to. */
final class OfficePackage implements AutoCloseable {

    /** Bytes that all parts together may unpack to. */
    private static final long MOST = 1L << 30;

    /** Reads a part. */
    interface Part {
        void read(XMLStreamReader xml) throws XMLStreamException, UnreadableException;
    }

    /**
     * What a part of a document of Office Open XML is linked to.
     *
     * @param type the last name in the address of the type, such as {@code footnotes}
     * @param target the name of the part
     */
    record Link(String type, String target) {}

    private final ZipFile zip;
    private long left = MOST;

    private OfficePackage(ZipFile zip) {
        this.zip = zip;
    }

    static OfficePackage open(Path file) throws IOException {
        return new OfficePackage(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The name of the first part that begins so; empty if there is none. */
    Optional<String> first(String prefix) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(prefix))
                .findFirst();
    }

    /** What the part holds; empty if there is none. */
    Optional<byte[]> bytes(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            return Optional.empty();
        }
        try (InputStream in = new CountedInput(zip.getInputStream(entry), this::spend)) {
            return Optional.of(in.readAllBytes());
        }
    }

    /** Reads the part, if it is there. */
    void read(String name, Part part) throws IOException, UnreadableException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            return;
        }
        try (InputStream in = new CountedInput(zip.getInputStream(entry), this::spend)) {
            part.read(Xml.reader(in));
        } catch (XMLStreamException e) {
            if (left < 0) {
                throw tooLarge();
            }
            throw new IOException(name + " is no sound XML", e);
        } catch (TooLarge e) {
            throw tooLarge();
        }
    }

    private static UnreadableException tooLarge() {
        return new UnreadableException(
                NoteKind.TOO_LARGE, "it unpacks to more than " + (MOST >> 20) + " MB; split it, or convert it to text");
    }

    /** What {@code name} is linked to within the document, by the ids of the links; links to elsewhere are left out. */
    Map<String, Link> links(String name) throws IOException, UnreadableException {
        int slash = name.lastIndexOf('/') + 1;
        String folder = name.substring(0, slash);
        Map<String, Link> links = new LinkedHashMap<>();
        read(folder + "_rels/" + name.substring(slash) + ".rels", xml -> {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && !Xml.attribute(xml, "TargetMode").equals("External")) {
                    String type = Xml.attribute(xml, "Type");
                    links.put(
                            Xml.attribute(xml, "Id"),
                            new Link(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    resolve(folder, Xml.attribute(xml, "Target"))));
                }
            }
        });
        return links;
    }

    /** The name of the part that {@code reference} leads to from a part in {@code folder}; empty if it is no address. */
    static String resolve(String folder, String reference) {
        try {
            String path = URI.create("/" + folder.replace(" ", "%20"))
                    .resolve(reference.replace(" ", "%20"))
                    .getPath();
            return path == null ? "" : path.replaceFirst("^(?:/\\.\\.)*/+", "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Tells that a part is too large to its parser, which hides what it cannot know. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    private void spend(long bytes) throws TooLarge {
        left -= bytes;
        if (left < 0) {
            throw new TooLarge();
        }
    }
}
