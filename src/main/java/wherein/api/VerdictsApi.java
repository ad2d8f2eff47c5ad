package wherein.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import wherein.json.Json;
import wherein.mention.Mention;
import wherein.search.RowMarks;
import wherein.verdict.Anchor;
import wherein.verdict.Judgements;
import wherein.verdict.Moment;
import wherein.verdict.Status;
import wherein.verdict.Verdict;
import wherein.verdict.VerdictException;
import wherein.verdict.Verdicts;
import wherein.verdict.Word;

/**
 * {@code /verdicts}: what readers say of mentions. {@code GET} lists it; {@code POST}, where a server was started to take something in,
 * adds to it.
 */
public final class VerdictsApi {

    /** Where it is, after the path of the API. */
    static final String PATH = "/verdicts";

    /** Where it is. */
    public static final String ROUTE = Endpoint.BASE + PATH;

    /** Of what is sent: a type that no form of a page has, so that a browser asks before it sends any for a page of another server. */
    public static final String TYPE = AnnotateApi.NDJSON;

    /** What {@code POST} does. */
    public static final String DOC =
            "Keeps what a reviewer says of mentions, all of it or nothing; it is on the disk when"
                    + " the answer comes";

    /** Bytes of what is sent at most. */
    public static final int MOST_BYTES = 512 << 10;

    /** Verdicts that are sent together at most. */
    public static final int MOST = 100;

    private static final Table.Shape SHAPE = Table.Shape.of(PATH, "verdicts", Schemas.columns("Judged"));

    private static final Parameter<List<String>> REVIEWER =
            Parameter.names("verdict.reviewer", "NAME", "who says it; repeat for several");

    private static final Parameter<List<String>> STATUS = Parameter.list(
            Role.SELECTS,
            "verdict.status",
            words(),
            "what became of the mention: placed, moved and renamed are on a row, orphan is any of the others; repeat for several");

    private static final String ORPHAN = "orphan";

    private static final List<Parameter<?>> OWN = Parameters.all(
            List.of(Parameters.VERDICT, Parameters.VERDICT.not(), REVIEWER, STATUS, Parameters.DOC),
            SHAPE.parameters("Verdicts"));

    private VerdictsApi() {}

    private static List<String> words() {
        List<String> words = new ArrayList<>();
        Arrays.stream(Status.values()).map(Status::word).forEach(words::add);
        words.add(ORPHAN);
        return words;
    }

    /** What is listed. */
    static Endpoint endpoint() {
        return new Endpoint(
                PATH,
                OWN,
                "The last word of each reviewer on each mention, and which of them are on no row any more",
                SHAPE.forms("Verdicts"),
                VerdictsApi::rows);
    }

    private static Answer rows(Engine engine, Request request) {
        Arguments arguments = new Arguments(request.parameters(), OWN, engine.searcher());
        Set<RowMarks.Mark> marks = LedgerRows.wanted(arguments);
        Set<String> reviewers = new HashSet<>(arguments.get(REVIEWER));
        Set<String> status = new HashSet<>(arguments.get(STATUS));
        Set<String> documents = new HashSet<>(arguments.get(Parameters.DOC));
        Table.Head head = Table.Head.read(engine, request, SHAPE, arguments);
        Predicate<Moment.Said> wanted = said -> (marks.isEmpty() || marks.contains(said.mark()))
                && (reviewers.isEmpty() || reviewers.contains(said.reviewer()))
                && (status.isEmpty()
                        || status.contains(said.status().word())
                        || said.status().isOrphan() && status.contains(ORPHAN))
                && (documents.isEmpty() || documents.contains(said.document()));
        return new Answer.Rows(new Said(head, wanted));
    }

    private static final class Said extends Table {
        private final Predicate<Moment.Said> wanted;

        Said(Head head, Predicate<Moment.Said> wanted) {
            super(head);
            this.wanted = wanted;
        }

        private void all(Moment.Taker taker) throws IOException {
            if (engine().moment().isPresent()) {
                engine().moment().get().all(engine().deadline(), said -> !wanted.test(said) || taker.take(said));
            }
        }

        @Override
        int count(ObjectNode body) throws IOException {
            int[] counts = new int[4];
            Moment.Said[] last = new Moment.Said[1];
            all(said -> {
                counts[0]++;
                if (last[0] == null || !said.isOfSame(last[0])) {
                    last[0] = said;
                    counts[1]++;
                    counts[2] += said.status().isOrphan() ? 1 : 0;
                    counts[3] += said.mark() == RowMarks.Mark.DISPUTED ? 1 : 0;
                }
                return true;
            });
            body.withObject("/total")
                    .put("verdicts", counts[0])
                    .put("mentions", counts[1])
                    .put("orphans", counts[2])
                    .put("disputed", counts[3]);
            return counts[0];
        }

        @Override
        void rows(int from, Predicate<ObjectNode> rows) throws IOException {
            int[] number = new int[1];
            all(said -> number[0]++ < from || rows.test(Json.only(row(said), columns())));
        }

        private static ObjectNode row(Moment.Said said) throws IOException {
            Verdict verdict = said.verdict();
            ObjectNode row = Json.object()
                    .put("document", said.document())
                    .put("type", verdict.anchor().type().word())
                    .put("surface", verdict.anchor().surface())
                    .put("said", verdict.anchor().said());
            Optional<Moment.Place> place = said.place();
            row.put("start", place.map(Moment.Place::start).orElse(null));
            row.put("end", place.map(Moment.Place::end).orElse(null));
            return row.put("verdict", verdict.word().word())
                    .put("judged", said.mark().word())
                    .put("reviewer", verdict.reviewer())
                    .put("to", verdict.to().isEmpty() ? null : verdict.instead())
                    .put("note", verdict.note().isEmpty() ? null : verdict.note())
                    .put("at", verdict.time().toString())
                    .put("status", said.status().word())
                    .put("reason", said.status().reason())
                    .put("before", verdict.anchor().before())
                    .put("after", verdict.anchor().after())
                    .put("was_document", verdict.anchor().document())
                    .put("was_start", verdict.anchor().start())
                    .put(
                            "link",
                            place.map(at -> Json.link(at.document(), "", at.start(), at.end()))
                                    .orElse(null));
        }
    }

    /** What {@code /info} says of it. */
    static ObjectNode info(Engine engine, Judgements judgements) {
        Verdicts verdicts = judgements.verdicts();
        return Json.object()
                .put("lines", verdicts.size())
                .put("faulty", verdicts.faulty())
                .put("torn", verdicts.torn())
                .put("open", engine.serving().files().isPresent());
    }

    /**
     * Keeps verdicts that were sent: all, or none.
     *
     * @param body a line of JSON each
     * @return each with what all say of its mention now
     * @throws ProblemException if one of them is none, or they cannot be kept
     */
    public static ObjectNode add(Engine engine, byte[] body) throws IOException {
        Judgements judgements = engine.judgements()
                .orElseThrow(() -> new ProblemException(Problem.NOT_WRITABLE, "This server has no file for verdicts."));
        List<Sent> sent = new ArrayList<>();
        List<String> lines = lines(body);
        for (int i = 0; i < lines.size(); i++) {
            try {
                sent.add(Sent.of(Verdict.object(lines.get(i))));
            } catch (VerdictException e) {
                throw refused(i + 1, e.getMessage());
            }
        }
        List<Verdict> verdicts = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        Map<Mentions, Map<Judgements.Place, Judgements.Found>> found = found(engine, judgements, sent);
        for (Sent each : sent) {
            Judgements.Found one = each.found(found.get(each.mentions));
            rows.add(one.row());
            verdicts.add(each.on(one.anchor()));
        }
        // Who cannot wait until those that are known have their places is told so before anything is kept.
        engine.marks();
        List<Verdict> kept;
        try {
            kept = judgements.add(verdicts);
        } catch (VerdictException e) {
            throw problem(e);
        }
        engine.deadline().renew();
        return told(engine, judgements, kept, rows);
    }

    private static List<String> lines(byte[] body) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(1, "what was sent is no UTF-8");
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || lines.size() > MOST) {
            throw refused(
                    Math.min(lines.size() + 1, MOST + 1), "expected 1 to " + MOST + " verdicts, a line of JSON each");
        }
        return lines;
    }

    private static final Set<String> KNOWN =
            Set.of("document", "type", "start", "end", "surface", "verdict", "to", "note", "reviewer");

    /** The mentions of one type in a document. */
    private record Mentions(String document, Mention.Type type) {}

    /**
     * A verdict that was sent, on what stands at a place.
     *
     * @param surface what has to stand there; empty if that is not said
     */
    private record Sent(
            Mentions mentions,
            Judgements.Place place,
            String surface,
            String reviewer,
            Word word,
            Map<String, String> to,
            String note) {

        static Sent of(JsonNode line) throws VerdictException {
            for (Map.Entry<String, JsonNode> each : line.properties()) {
                if (!KNOWN.contains(each.getKey())) {
                    throw refusedField(each.getKey());
                }
            }
            return new Sent(
                    new Mentions(Verdict.needed(line, "document", Integer.MAX_VALUE), Verdict.type(line)),
                    new Judgements.Place(Verdict.whole(line, "start", -1), Verdict.whole(line, "end", -1)),
                    Verdict.text(line, "surface", Integer.MAX_VALUE),
                    Verdict.reviewer(line),
                    Verdict.word(line),
                    Verdict.instead(line),
                    Verdict.text(line, "note", Verdict.LONGEST_NOTE));
        }

        /** What it is on, of those that were found; ends the request if nothing is there, or something else. */
        Judgements.Found found(Map<Judgements.Place, Judgements.Found> all) {
            Judgements.Found found = all.get(place);
            String where = place.start() + " to " + place.end() + " of " + mentions.document;
            if (found == null) {
                throw new ProblemException(
                        Problem.INDEX_CHANGED,
                        "No " + mentions.type.word() + " is mentioned at " + where
                                + ". The document may have changed: ask for its mentions again.");
            }
            if (!surface.isEmpty() && !surface.equals(found.anchor().surface())) {
                throw new ProblemException(
                        Problem.INDEX_CHANGED,
                        "At " + where
                                + " stand other words now. The document has changed: ask for its mentions again.");
            }
            return found;
        }

        Verdict on(Anchor anchor) {
            return new Verdict(Instant.EPOCH, reviewer, word, to, note, anchor);
        }
    }

    /** What stands where the verdicts that were sent say, of each document looked for together. */
    private static Map<Mentions, Map<Judgements.Place, Judgements.Found>> found(
            Engine engine, Judgements judgements, List<Sent> sent) throws IOException {
        Map<Mentions, Set<Judgements.Place>> places = new LinkedHashMap<>();
        sent.forEach(each ->
                places.computeIfAbsent(each.mentions, key -> new HashSet<>()).add(each.place));
        Map<Mentions, Map<Judgements.Place, Judgements.Found>> found = new HashMap<>();
        for (Map.Entry<Mentions, Set<Judgements.Place>> each : places.entrySet()) {
            Mentions in = each.getKey();
            found.put(in, judgements.find(engine.searcher(), in.document, in.type, each.getValue()));
        }
        return found;
    }

    private static ProblemException refusedField(String name) {
        return ProblemException.of(name, "no field of a verdict; it has " + String.join(", ", new TreeSet<>(KNOWN)));
    }

    private static ProblemException refused(int line, String reason) {
        return ProblemException.of("line " + line, reason);
    }

    private static ProblemException problem(VerdictException e) {
        return switch (e.reason()) {
            case LINE -> refused(1, e.getMessage());
            case NO_ROOM -> new ProblemException(Problem.NO_ROOM, Problem.NO_ROOM.explanation());
            case READ_ONLY, BUSY -> new ProblemException(Problem.NOT_WRITABLE, Problem.NOT_WRITABLE.explanation());
        };
    }

    private static ObjectNode told(Engine engine, Judgements judgements, List<Verdict> kept, List<Long> rows)
            throws IOException {
        ObjectNode body = Json.object();
        ArrayNode all = body.putArray("verdicts");
        RowMarks marks = judgements.now().marks(engine.deadline());
        for (int i = 0; i < kept.size(); i++) {
            Verdict verdict = kept.get(i);
            all.addObject()
                    .put("at", verdict.time().toString())
                    .put("document", verdict.anchor().document())
                    .put("type", verdict.anchor().type().word())
                    .put("start", verdict.anchor().start())
                    .put("end", verdict.anchor().end())
                    .put("verdict", verdict.word().word())
                    .put("judged", marks.of(rows.get(i)).word());
        }
        return body;
    }
}
