package wherein.collection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import wherein.document.Metadata;
import wherein.format.Encodings;
import wherein.format.UnreadableException;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;

/**
 * {@code metadata.csv} beside the files: a header row with {@code file} and any of title, source, author, date, stance,
 * language and url; every other column is a further field. Several authors or values stand with {@code ;} between.
 */
public final class MetadataTable {

    public static final String NAME = "metadata.csv";

    private static final Set<String> KNOWN =
            Set.of("file", "title", "source", "author", "date", "stance", "language", "url");

    private MetadataTable() {}

    /**
     * What the table at {@code file} says of each file.
     *
     * @throws CatalogueException with all its faults, if it has any
     */
    static Map<String, Metadata> read(Path file, Set<String> stances) throws IOException, CatalogueException {
        List<Fault> faults = new ArrayList<>();
        Map<String, Metadata> table = new HashMap<>();
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvParser.Feature.TRIM_SPACES)
                .with(header)
                .readValues(text(file))) {
            if (rows.hasNextValue()) {
                CsvSchema columns = (CsvSchema) rows.getParserSchema();
                columns.forEach(column -> checkName(column.getName(), faults));
            }
            while (rows.hasNextValue()) {
                Map<String, String> row = rows.nextValue();
                int line = rows.getCurrentLocation().getLineNr() - 1;
                String name = row.getOrDefault("file", "");
                if (name.isEmpty()) {
                    faults.add(new Fault(line, "a row needs a file; the first line must name a column \"file\""));
                } else if (table.put(name, metadata(row, line, stances, faults)) != null) {
                    faults.add(new Fault(line, "the file \"" + name + "\" stands here twice"));
                }
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            faults.add(new Fault(line, "this is no CSV: " + e.getOriginalMessage()));
        }
        if (!faults.isEmpty()) {
            throw new CatalogueException(file, faults);
        }
        return table;
    }

    private static void checkName(String column, List<Fault> faults) {
        if (!KNOWN.contains(column)) {
            Catalogue.fieldFault(column).ifPresent(message -> faults.add(new Fault(1, message)));
        }
    }

    /** The table as text, in whatever encoding a spreadsheet wrote it. */
    private static String text(Path file) throws IOException, CatalogueException {
        try {
            return Encodings.decode(Files.readAllBytes(file)).text();
        } catch (UnreadableException e) {
            throw new CatalogueException(file, List.of(new Fault(0, "this is no CSV: " + e.getMessage())));
        }
    }

    private static Metadata metadata(Map<String, String> row, int line, Set<String> stances, List<Fault> faults) {
        TreeMap<String, List<String>> fields = new TreeMap<>();
        row.forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                fields.put(name, split(value));
            }
        });
        String stance = row.getOrDefault("stance", "");
        Catalogue.stanceFault(stance, stances).ifPresent(fault -> faults.add(new Fault(line, fault)));
        EdtfDate date = EdtfDate.UNKNOWN;
        try {
            date = EdtfDate.parse(row.getOrDefault("date", ""));
        } catch (EdtfException e) {
            faults.add(new Fault(line, e.getMessage()));
        }
        return new Metadata(
                row.getOrDefault("title", ""),
                row.getOrDefault("source", ""),
                split(row.getOrDefault("author", "")),
                date,
                stance,
                row.getOrDefault("language", ""),
                row.getOrDefault("url", ""),
                fields);
    }

    private static List<String> split(String values) {
        return java.util.Arrays.stream(values.split(";"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
