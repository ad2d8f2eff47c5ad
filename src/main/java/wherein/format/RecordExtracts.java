package wherein.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import wherein.document.Metadata;
import wherein.document.NoteKind;
import wherein.document.Region;
import wherein.format.RecordFields.Meaning;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;
import wherein.time.WrittenDate;

/** Makes an extract of a record, in whichever form it stood in its file: a field of it has a name and any number of values. */
final class RecordExtracts {

    private final Extracts extracts;

    RecordExtracts(Extracts extracts) {
        this.extracts = extracts;
    }

    /**
     * Hands on what a record says, if it has a text; tells what is the matter with it.
     *
     * @param fields what its fields mean
     * @param values the values of each, by its name; none empty
     * @param within what tells it from the others of its file
     * @param line where it begins
     */
    void add(RecordFields fields, Map<String, List<String>> values, String within, int line) {
        Record record = new Record(fields, values, line);
        Optional<String> id = record.first(Meaning.ID);
        List<Region> regions = new ArrayList<>();
        String text = record.first(Meaning.TEXT)
                .or(() -> record.first(Meaning.HTML).map(html -> {
                    Extract page = Html.read(html);
                    regions.addAll(page.regions());
                    return page.text();
                }))
                .orElse("");
        extracts.add(new Extract(text, id, within, metadata(record), regions, List.of(), Map.of(), line));
    }

    private record Record(RecordFields fields, Map<String, List<String>> values, int line) {

        List<String> all(Meaning meaning) {
            String name = fields.names().get(meaning);
            return name == null ? List.of() : values.getOrDefault(name, List.of());
        }

        Optional<String> first(Meaning meaning) {
            return all(meaning).stream().findFirst();
        }
    }

    private Metadata metadata(Record record) {
        Map<String, List<String>> own = new TreeMap<>(record.values);
        own.keySet().removeAll(record.fields.names().values());
        Map<String, List<String>> named = new TreeMap<>();
        own.forEach((name, values) -> {
            if (values.stream().allMatch(value -> value.length() <= Metadata.LONGEST)) {
                named.putIfAbsent(name(name), values);
            } else {
                extracts.tell(
                        NoteKind.BAD_METADATA,
                        record.line,
                        "\"" + name + "\" is left out: a value of more than the " + Metadata.LONGEST
                                + " characters that are kept");
            }
        });
        return new Metadata(
                record.first(Meaning.TITLE).orElse(""),
                record.first(Meaning.SOURCE).orElse(""),
                record.all(Meaning.AUTHOR),
                record.first(Meaning.DATE).map(date -> date(date, record.line)).orElse(EdtfDate.UNKNOWN),
                record.first(Meaning.STANCE).orElse(""),
                record.first(Meaning.LANGUAGE).orElse(""),
                record.first(Meaning.URL).orElse(""),
                named);
    }

    /** A name as those of fields are: "Word Count" is word_count. */
    private static String name(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s.:/]+", "_");
    }

    private EdtfDate date(String date, int line) {
        try {
            WrittenDate written = RecordDates.parse(date);
            if (written.isAmbiguous()) {
                extracts.tell(NoteKind.AMBIGUOUS_DATE, line, written.question(date) + ". Left unknown.");
                return EdtfDate.UNKNOWN;
            }
            return written.dayFirst();
        } catch (EdtfException e) {
            extracts.tell(NoteKind.BAD_DATE, line, e.getMessage() + ". Left unknown.");
            return EdtfDate.UNKNOWN;
        }
    }
}
