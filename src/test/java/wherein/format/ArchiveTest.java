package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;
import wherein.format.Archive.Kind;

class ArchiveTest {

    @TempDir
    private Path folder;

    private final Map<String, String> taken = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();
    private final List<Path> temporary = new ArrayList<>();

    private void read(Kind kind, byte[] archive) throws Exception {
        Path file = Files.write(folder.resolve("archive"), archive);
        Archive.read(file, kind, new Archive.Budget(archive.length), new Archive.Taker() {
            @Override
            public boolean wants(String name) {
                return !name.endsWith(".jpg");
            }

            @Override
            public void take(String name, Path content) throws IOException {
                taken.put(name, new String(Files.readAllBytes(content), StandardCharsets.UTF_8));
                temporary.add(content);
            }

            @Override
            public void leaveOut(String name, String reason) {
                left.add(name + ": " + reason);
            }
        });
    }

    private static Map<String, byte[]> files(String... names) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            files.put(name, Packed.bytes("In " + name));
        }
        return files;
    }

    @Test
    void theFilesOfEachKindOfArchiveAreHandedOn() throws Exception {
        Map<String, byte[]> files = files("a.txt", "sub/b.txt", "ёж/в.txt", "c.jpg", ".hidden", "sub/.git/d.txt");
        files.put("__MACOSX/sub/._b.txt", new byte[4]);
        for (Kind kind : List.of(Kind.ZIP, Kind.TAR, Kind.TAR_GZ)) {
            taken.clear();
            read(kind, packed(kind, files));
            assertThat(taken)
                    .as(kind.name())
                    .isEqualTo(Map.of("a.txt", "In a.txt", "sub/b.txt", "In sub/b.txt", "ёж/в.txt", "In ёж/в.txt"));
        }
        read(Kind.GZ, Packed.gzip(Packed.bytes("Eels.")));
        assertThat(taken).containsEntry("", "Eels.");
        assertThat(left).isEmpty();
        assertThat(temporary).hasSize(10).allMatch(Files::notExists);
    }

    private static byte[] packed(Kind kind, Map<String, byte[]> files) {
        return switch (kind) {
            case ZIP -> Packed.zip(files);
            case TAR -> Packed.tar(files);
            case TAR_GZ -> Packed.gzip(Packed.tar(files));
            case GZ -> throw new IllegalArgumentException("holds one file");
        };
    }

    @Test
    void aNameThatLeadsOutIsNotFollowed() throws Exception {
        for (Kind kind : List.of(Kind.ZIP, Kind.TAR)) {
            taken.clear();
            left.clear();
            read(kind, packed(kind, files("../up.txt", "/etc/passwd", "C:\\win.txt", "a/../../b.txt", "./ok\\c.txt")));
            assertThat(taken).containsOnlyKeys("ok/c.txt");
            assertThat(left)
                    .containsExactly(
                            "../up.txt: its name leads out of the archive",
                            "/etc/passwd: its name leads out of the archive",
                            "C:/win.txt: its name leads out of the archive",
                            "a/../../b.txt: its name leads out of the archive");
        }
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        tar.writeBytes(Packed.entry("link.txt", '2', new byte[0]));
        tar.writeBytes(Packed.entry("sub", '5', new byte[0]));
        tar.writeBytes(Packed.entry("a.txt", '0', Packed.bytes("Eels.")));
        read(Kind.TAR, tar.toByteArray());
        assertThat(taken).isEqualTo(Map.of("a.txt", "Eels."));
        assertThat(left).containsExactly("link.txt: a link");
    }

    @Test
    void aLongNameOfATarIsReadInBothForms() throws Exception {
        String name = "folder/".repeat(30) + "ёж.txt";
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        String record = " path=" + name + "\n";
        int length = Packed.bytes(record).length + 3;
        tar.writeBytes(Packed.entry("pax_global_header", 'g', Packed.bytes("19 comment=a commit\n")));
        tar.writeBytes(Packed.entry("pax", 'x', Packed.bytes(length + record)));
        tar.writeBytes(Packed.entry("short", '0', Packed.bytes("Eels.")));
        tar.writeBytes(Packed.entry("././@LongLink", 'L', Packed.bytes("b" + name + "\0")));
        tar.writeBytes(Packed.entry("short", '0', Packed.bytes("Otters.")));
        tar.writeBytes(Packed.entry("c.txt", '0', Packed.bytes("Ducks.")));
        read(Kind.TAR, tar.toByteArray());
        assertThat(taken).isEqualTo(Map.of(name, "Eels.", "b" + name, "Otters.", "c.txt", "Ducks."));
    }

    @Test
    void namesInAnOldCharsetAreRead() throws Exception {
        read(Kind.ZIP, Packed.zip(files("Отчёт о мельнице.txt"), Charset.forName("IBM866")));
        read(Kind.ZIP, Packed.zip(files("Mühle für Aale.txt"), Charset.forName("IBM850")));
        assertThat(taken).containsOnlyKeys("Отчёт о мельнице.txt", "Mühle für Aale.txt");
    }

    @Test
    void aBombIsStopped() {
        byte[] zeros = new byte[40 << 20];
        for (Kind kind : List.of(Kind.ZIP, Kind.TAR_GZ)) {
            byte[] archive = packed(kind, Map.of("a.txt", zeros));
            assertThatThrownBy(() -> read(kind, archive))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("more than 100 times its size");
        }
        assertThatThrownBy(() -> read(Kind.GZ, Packed.gzip(zeros))).isInstanceOf(UnreadableException.class);
        // What nobody wants is passed over at no cost, where it can be.
        byte[] picture = packed(Kind.TAR_GZ, Map.of("a.jpg", zeros));
        assertThatThrownBy(() -> read(Kind.TAR_GZ, picture)).isInstanceOf(UnreadableException.class);
        assertThat(taken).isEmpty();
    }

    @Test
    void moreFilesThanCanBeToldApartAreNotRead() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 10_001; i++) {
            files.put(i + ".txt", new byte[0]);
        }
        assertThatThrownBy(() -> read(Kind.ZIP, Packed.zip(files)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("more than 10000 files");
        assertThat(taken).hasSize(10_000);
    }

    @Test
    void anEncryptedFileOfAZipIsToldAndTheOthersAreRead() throws Exception {
        byte[] zip = Packed.zip(files("a.txt", "b.txt", "c.txt"));
        int number = 0;
        for (int i = 0; i + 10 < zip.length; i++) {
            boolean central = zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2;
            if (central && number++ == 1) {
                zip[i + 8] |= 1;
            }
        }
        read(Kind.ZIP, zip);
        assertThat(left).containsExactly("b.txt: encrypted");
        assertThat(taken).isEqualTo(Map.of("a.txt", "In a.txt", "c.txt", "In c.txt"));
    }

    @Test
    void whatIsDamagedIsToldAndNothingElseIsThrown() {
        Map<String, byte[]> files = files("a.txt", "b.txt", "c.txt");
        Seeded.times(600, random -> {
            Kind kind = Kind.values()[random.nextInt(3)];
            byte[] archive = packed(kind, files);
            if (random.nextBoolean()) {
                archive = Arrays.copyOf(archive, random.nextInt(archive.length));
            } else {
                for (int i = 1 + random.nextInt(4); i > 0; i--) {
                    archive[random.nextInt(archive.length)] = (byte) random.nextInt(256);
                }
            }
            try {
                read(kind, archive);
            } catch (UnreadableException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
        try (Stream<Path> rest = temporary.stream()) {
            assertThat(rest).allMatch(Files::notExists);
        }
    }
}
