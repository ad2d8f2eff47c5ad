package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail is a document: who, when, about what, and its text once; what is attached to it are others. */
class MailTest {

    private static final String HEAD = "From: \"Weir, Ida\" <ida@weir.example>\nDate: Fri, 1 Mar 2024 23:59:00 -0800\n"
            + "Subject: =?utf-8?Q?Of_=C3=A9els?=\nMIME-Version: 1.0\n";

    @TempDir
    private Path folder;

    @Test
    void authorDayAndTitleAreThoseThatItsWriterSaw() throws Exception {
        Extract mail = read(HEAD + "\nThey passed.\n").only();
        assertThat(mail.metadata().author()).containsExactly("Weir, Ida");
        assertThat(mail.metadata().date().edtf()).isEqualTo("2024-03-01");
        assertThat(mail.metadata().title()).isEqualTo("Of \u00e9els");
        assertThat(mail.text()).isEqualTo("They passed.");
        assertThat(mail.origins()).containsOnlyKeys("author", "date", "title");
    }

    @Test
    void theSameInPlainAndInHtmlIsReadOnceAndFilesThereAreNamed() throws Exception {
        String mail =
                HEAD + "Content-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain\n\nPlain.\n"
                        + "--a\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Rich.</p>\n"
                        + "--b\nContent-Type: image/png; name=weir.png\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n--a--\n";
        BinaryFiles.Read read = read(mail);
        assertThat(read.only().text()).isEqualTo("Plain.\n\nweir.png");
        assertThat(read.notes).singleElement().asString().contains("weir.png");
    }

    @Test
    void aTableOrRecordsThatAreAttachedAreDocumentsAsTheyWouldBeInAFolder() throws Exception {
        String mail = HEAD + "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nSee below.\n"
                + file("boats.csv", "boat,crew\nHeron,4\n".getBytes(StandardCharsets.UTF_8))
                + file("news.tsv", "id\ttext\n7\tEels pass.\n8\tOtters sleep.\n".getBytes(StandardCharsets.UTF_8))
                + file("all.json", "[{\"text\": \"Geese.\"}]".getBytes(StandardCharsets.UTF_8))
                + file("all.jsonl", "{\"text\": \"Gulls.\"}\n{}\n".getBytes(StandardCharsets.UTF_8)) + "--a--\n";
        BinaryFiles.Read read = read(mail);
        assertThat(read.extracts.subList(1, read.extracts.size()))
                .extracting(Extract::within)
                .containsExactly("/boats.csv", "/news.tsv#2", "/news.tsv#3", "/all.json#1", "/all.jsonl#1");
        assertThat(read.extracts.get(1).text()).contains("Heron").contains("crew");
        assertThat(read.extracts.get(3).text()).isEqualTo("Otters sleep.");
        assertThat(read.notes).singleElement().asString().contains("/all.jsonl");
    }

    @Test
    void whatIsAttachedAndCanBeReadIsADocumentWithTheNameOfTheMailBeforeItsOwn() throws Exception {
        Path attached = BinaryFiles.docx(folder, "in.docx", BinaryFiles.paragraph("Attached."), Map.of());
        String mail = HEAD + "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nSee below.\n"
                + file("../../etc/list.docx", Files.readAllBytes(attached))
                + file("notes.txt", "First notes.".getBytes(StandardCharsets.UTF_8))
                + file("notes.txt", "Second notes.".getBytes(StandardCharsets.UTF_8))
                + "--a\nContent-Type: message/rfc822\n\nFrom: a@b.example\nSubject: Inner\n\nInner words.\n--a--\n";
        assertThat(read(mail).extracts)
                .extracting(extract ->
                        extract.within() + " " + extract.text().strip().replace("\n", "/"))
                .containsExactly(
                        " See below.//list.docx//notes.txt//notes.txt//Inner.eml",
                        "/list.docx Attached.",
                        "/notes.txt First notes.",
                        "/notes.txt (2) Second notes.",
                        "/Inner.eml Inner words.");
    }

    @Test
    void linesThatAProgramBrokeAreJoined() throws Exception {
        String mail = HEAD + "Content-Type: text/plain; format=flowed\n\nThe eels came \nat night.\n\n>From here.\n";
        assertThat(read(mail).only().text()).isEqualTo("The eels came at night.\n\n>From here.");
    }

    @Test
    void aMailboxIsAsManyDocumentsAndOnlyALineWithATimeBeginsOne() throws Exception {
        String box = "From a@b.example Mon Jan  1 10:00:00 2024\n" + HEAD
                + "\nOne.\n\nFrom here on all is well.\n>From quoted.\n\n"
                + "From c@d.example Tue Jan  2 10:00:00 2024\nSubject: Two\n\nTwo.\n";
        BinaryFiles.Read read = BinaryFiles.read(BinaryFiles.write(folder, "a.mbox", box));
        assertThat(read.extracts)
                .extracting(extract -> extract.within() + " " + extract.line() + " "
                        + extract.text().strip())
                .containsExactly("#1 2 One.\n\nFrom here on all is well.\nFrom quoted.", "#2 13 Two.");
        Path none = BinaryFiles.write(folder, "b.mbox", "No mailbox.\n");
        assertThatThrownBy(() -> BinaryFiles.read(none)).hasMessageStartingWith("no mailbox");
    }

    @Test
    void aWebArchiveIsThePageInIt() throws Exception {
        String archive =
                "From: <Saved>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\n"
                        + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + "<html><head><title>Locks</title></head><body><p>Caf=C3=A9 by the lock, open all the year round.</p></body></html>\n"
                        + "--a\nContent-Type: text/css\n\np {}\n--a--\n";
        Extract page =
                BinaryFiles.read(BinaryFiles.write(folder, "a.mhtml", archive)).only();
        assertThat(page.text().strip()).isEqualTo("Caf\u00e9 by the lock, open all the year round.");
        assertThat(page.metadata().title()).isEqualTo("Locks");
    }

    private BinaryFiles.Read read(String mail) throws Exception {
        return BinaryFiles.read(BinaryFiles.write(folder, "a.eml", mail));
    }

    private static String file(String name, byte[] content) {
        return "--a\nContent-Disposition: attachment; filename=\"" + name
                + "\"\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\n";
    }
}
