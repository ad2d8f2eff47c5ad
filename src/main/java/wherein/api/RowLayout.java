package wherein.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import wherein.json.Csv;
import wherein.json.Json;

/**
 * How rows are laid out that come all at once.
 *
 * @param header whether CSV begins with the names of the columns
 * @param bom whether CSV begins with a byte order mark, by which Excel knows UTF-8
 * @param excel whether a cell of CSV that looks like a formula gets an apostrophe
 * @param provenance whether the rows are preceded by where they come from
 */
record RowLayout(boolean header, boolean bom, boolean excel, boolean provenance) {

    private static final Parameter<Boolean> HEADER =
            Parameter.onOff(Role.SHAPES, "header", true, "whether CSV begins with the names of the columns");
    private static final Parameter<Boolean> BOM = Parameter.onOff(
            Role.SHAPES, "bom", false, "whether CSV begins with a byte order mark, by which Excel knows UTF-8");
    private static final Parameter<Boolean> EXCEL =
            Parameter.onOff(Role.SHAPES, "excel", false, "whether a cell that begins with = + - @ gets an apostrophe");
    private static final Parameter<Boolean> PROVENANCE =
            Parameter.onOff(Role.SHAPES, "provenance", false, "whether the rows follow a line of where they come from");

    /** The parameters that are read here. */
    static final List<Parameter<?>> PARAMETERS = List.of(HEADER, BOM, EXCEL, PROVENANCE);

    /** Reads {@link #PARAMETERS}. */
    static RowLayout of(Arguments arguments) {
        return new RowLayout(
                arguments.get(HEADER), arguments.get(BOM), arguments.get(EXCEL), arguments.get(PROVENANCE));
    }

    /** What stands before the rows. */
    String begin(Format format, List<String> columns, Supplier<ObjectNode> source) {
        StringBuilder begin = new StringBuilder(bom && format == Format.CSV ? "\ufeff" : "");
        if (provenance && format == Format.NDJSON) {
            ObjectNode line = Json.object();
            line.set("provenance", source.get());
            begin.append(Json.text(line)).append('\n');
        } else if (provenance) {
            String end = format == Format.CSV ? "\r\n" : "\n";
            source.get()
                    .properties()
                    .forEach(each -> begin.append("# ")
                            .append(each.getKey())
                            .append(": ")
                            .append(each.getValue().asText())
                            .append(end));
        }
        return begin + (header && format == Format.CSV ? new Csv(columns, excel).header() : "");
    }

    /** Makes the line of each row, which has these columns. */
    Function<ObjectNode, String> lines(Format format, List<String> columns) {
        Csv csv = new Csv(columns, excel);
        return format == Format.CSV ? csv::line : row -> Json.text(row) + "\n";
    }
}
