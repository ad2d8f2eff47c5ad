package wherein.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.OcrRun;
import wherein.document.Splitter;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.lucene.LuceneIndex;
import wherein.recognise.Recognisers;
import wherein.text.Span;

/** An index of two documents, of which one was read from a scan: made without OCR, so that every machine can. */
final class Scanned {

    private static final String TEXT = "The clerk of Georgia wrote to the quay in March 2022.";

    private Scanned() {}

    /** Serves it from {@code index}. */
    static Served served(Path index) throws Exception {
        index(index);
        return Served.of(index, ServerOptions.local(0));
    }

    static void index(Path index) throws Exception {
        Document scan = new Document(
                "scan",
                "scan.png",
                TEXT,
                Metadata.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(new OcrRun(new Span(0, TEXT.length()), 93)));
        Document typed = new Document(
                "typed", "typed.txt", TEXT.replace("wrote", "answered"), Metadata.UNKNOWN, List.of(), List.of());
        try (PassageSink sink = LuceneIndex.writer(index)) {
            for (Document document : List.of(scan, typed)) {
                sink.add(
                        "/",
                        document,
                        new Splitter().split(document),
                        Recognisers.standard().annotate(document.text(), "en", wherein.time.EdtfDate.UNKNOWN));
            }
            sink.commit(new Manifest(List.of(), "", 2, 2, Map.of(), Map.of(), Map.of(), ""));
        }
    }
}
