package wherein.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.lucene.LuceneIndex;
import wherein.mention.Mention;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** Lands a commit in an index, all of whose documents bear one title: so an answer tells which commit it came from. */
public final class Landing {

    private static final String COUNTRY = "Norway ";

    private Landing() {}

    /** A commit of {@code documents} documents titled {@code title}, of one passage with {@code mentions} mentions each. */
    public static void commit(Path index, String title, int documents, int mentions) throws Exception {
        try (PassageSink sink = LuceneIndex.writer(index)) {
            commit(sink, title, 0, documents, mentions);
        }
    }

    /** As {@link #commit}, which keeps the segments of the {@code before} documents that are there, and adds the rest. */
    public static void more(Path index, String title, int before, int documents, int mentions) throws Exception {
        try (Previous previous = LuceneIndex.previous(index);
                PassageSink sink = LuceneIndex.update(index, previous)) {
            commit(sink, title, before, documents, mentions);
        }
    }

    private static void commit(PassageSink sink, String title, int before, int documents, int mentions)
            throws Exception {
        String text = "Fog. " + COUNTRY.repeat(mentions);
        Metadata metadata =
                new Metadata(title, "Port Gazette", List.of(), EdtfDate.parse("2021"), "", "", "", Map.of());
        for (int i = before; i < documents; i++) {
            String id = "d%06d".formatted(i);
            Document document = new Document(id, id + ".txt", text, metadata, List.of(), List.of());
            Passage passage = new Passage(1, new Span(0, text.length()), Block.PROSE, "", "en", metadata);
            sink.add("/root", document, List.of(passage), mentions(mentions));
        }
        sink.commit(new Manifest(
                List.of(),
                title,
                documents,
                documents,
                Map.of(Mention.Type.COUNTRY, documents * mentions),
                Map.of(),
                Map.of(),
                "2026-01-01T00:00:00Z"));
    }

    private static List<Mention> mentions(int count) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = 5 + i * COUNTRY.length();
            Span span = new Span(start, start + COUNTRY.length() - 1);
            mentions.add(
                    new Mention.Country(span, "NO", Mention.Country.Kind.NAME, false, Optional.empty(), "", "planted"));
        }
        return mentions;
    }
}
