package wherein.recognise;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A mention as a gold or the program has it, offsets in code points. A column that is not there is an empty string, or
 * NaN.
 *
 * @param kind of a country only
 * @param unit of a figure only, as is {@code bound}
 * @param optional whether the gold leaves it open: it counts neither way
 */
record Item(
        String doc,
        String type,
        int start,
        int end,
        String surface,
        String id,
        String kind,
        double min,
        double max,
        String unit,
        String bound,
        String from,
        String to,
        boolean optional) {

    /** Reads one row in the document {@code doc}; the surface is cut from {@code text}. */
    static Item of(String doc, JsonNode row, Text text) {
        int start = row.path("start").asInt();
        int end = row.path("end").asInt();
        double min = row.path("min").asDouble(Double.NaN);
        return new Item(
                doc,
                row.path("type").asText(),
                start,
                end,
                text.cut(start, end),
                string(row, "id"),
                string(row, "kind"),
                min,
                row.path("max").asDouble(min),
                string(row, "unit"),
                string(row, row.has("q") ? "q" : "bound"),
                string(row, "from"),
                string(row, "to"),
                row.path("opt").asBoolean());
    }

    private static String string(JsonNode row, String column) {
        return row.path(column).isTextual() ? row.get(column).textValue() : "";
    }

    boolean overlaps(Item other) {
        return start < other.end && other.start < end;
    }

    boolean isAt(Item other) {
        return start == other.start && end == other.end;
    }

    /** What it says, as a reader of a list of faults wants it. */
    String value() {
        return switch (type) {
            case "country" -> (id + " " + kind).strip();
            case "figure" ->
                number(min) + (max == min || Double.isNaN(max) ? "" : ".." + number(max)) + " " + bound + " "
                        + (unit.isEmpty() ? "without a unit" : unit);
            case "date" -> from.isEmpty() ? "year not known" : from + ".." + to;
            default -> id;
        };
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "no value";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
