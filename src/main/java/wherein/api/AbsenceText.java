package wherein.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import wherein.text.Printable;

/** What {@code /absence} answers, in words: a paragraph for each thing, and a line for each of a list. */
final class AbsenceText {

    private final List<String> lines = new ArrayList<>();

    private AbsenceText() {}

    /** The text for the answer {@code body}; ends with a line end. */
    static String of(ObjectNode body) {
        AbsenceText text = new AbsenceText();
        text.found(body);
        text.tried(body.get("tried"));
        text.searched(body.get("searched"), body.get("not_searched"));
        if (body.hasNonNull("undated")) {
            text.undated(body.get("undated"));
        }
        text.documents(
                body.get("unknown_language"), "in a language that is not known, where words are looked for as written");
        text.lines.add("");
        text.lines.add("Collection: fingerprint " + body.get("fingerprint").asText());
        text.lines.add("Index: built " + body.get("built").asText() + ", generation "
                + body.at("/index/generation").asText() + ", by Wherein "
                + body.get("version").asText());
        text.lines.add("Asked: " + body.get("asked").asText());
        return text.lines.stream().map(Printable::escaped).collect(Collectors.joining("\n", "", "\n"));
    }

    private void found(JsonNode body) {
        int passages = body.at("/total/passages").asInt();
        String input = body.at("/query/input").asText();
        lines.add(
                passages == 0
                        ? "Nothing found: " + (input.isBlank() ? "every passage under these filters" : input)
                        : count(passages, "passage") + " found: " + input);
        if (!body.at("/query/parsed").asText().equals(input)) {
            lines.add("Read as: " + body.at("/query/parsed").asText());
        }
        if (body.at("/query/did_you_mean").isTextual()) {
            lines.add("Did you mean: " + body.at("/query/did_you_mean").asText());
        }
    }

    private void tried(JsonNode tried) {
        lines.add("");
        lines.add(
                "Tried. Capitals, accents and ё/е make no difference. Words of English and Russian are found in each of their"
                        + " forms.");
        for (JsonNode word : tried.get("words")) {
            String forms = list(
                    word.get("forms"),
                    form -> form.get("form").asText() + " ("
                            + form.get("passages").asText() + ")",
                    word.get("more").asInt());
            lines.add("  " + word.get("word").asText() + ": "
                    + (forms.isEmpty() ? "no form of it in the collection" : "in passages as " + forms));
        }
        for (JsonNode name : tried.get("names")) {
            boolean isTried = name.get("tried").asBoolean();
            String label = name.get("label").asText();
            lines.add("  " + label + " (" + name.get("type").asText() + "), "
                    + count(name.get("mentions").asInt(), "mention") + " in the collection; "
                    + (isTried ? "looked for as " : "was looked for as a word alone; its names: ")
                    + list(
                            name.get("aliases"),
                            JsonNode::asText,
                            name.get("more").asInt()));
        }
    }

    private void searched(JsonNode searched, JsonNode not) {
        lines.add("");
        lines.add("Searched: " + count(searched.get("documents").asInt(), "document") + " with "
                + count(searched.get("passages").asInt(), "passage")
                + (searched.get("files").isNull()
                        ? ""
                        : ", from " + count(searched.get("files").asInt(), "file")));
        int total = not.get("total").asInt();
        lines.add(
                total == 0
                        ? "Not searched: nothing of the folder was left out"
                        : "Not searched: " + count(total, "file, record or link", "files, records and links"));
        for (JsonNode group : not.get("notes")) {
            lines.add("  " + group.get("count").asText() + " "
                    + group.get("title").asText());
            for (JsonNode note : group.get("examples")) {
                lines.add("    " + note.get("file").asText()
                        + (note.get("line").isNull()
                                ? ""
                                : ", line " + note.get("line").asText()));
            }
            more(group.get("count").asInt() - group.get("examples").size());
        }
    }

    private void undated(JsonNode undated) {
        boolean isSearched = undated.get("searched").asBoolean();
        documents(
                undated,
                "without a date: " + (isSearched ? "searched too, since they may lie in the range" : "left out") + "; "
                        + count(undated.get("matching").asInt(), "passage") + " of them "
                        + (undated.get("matching").asInt() == 1 ? "matches" : "match") + " all else");
    }

    private void documents(JsonNode found, String what) {
        int total = found.get("documents").asInt();
        lines.add("");
        lines.add((total == 0 ? "No document" : count(total, "document")) + " " + what);
        for (JsonNode document : found.get("examples")) {
            String id = document.get("id").asText();
            lines.add("    " + id
                    + (document.get("title").isNull()
                            ? ""
                            : ", " + document.get("title").asText()));
        }
        more(total - found.get("examples").size());
    }

    private void more(int rest) {
        if (rest > 0) {
            lines.add("    and " + String.format(Locale.ROOT, "%,d", rest) + " more");
        }
    }

    private static String list(JsonNode all, Function<JsonNode, String> each, int more) {
        List<String> named = new ArrayList<>();
        all.forEach(one -> named.add(each.apply(one)));
        return String.join(", ", named) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String count(int number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(int number, String one, String many) {
        return String.format(Locale.ROOT, "%,d ", number) + (number == 1 ? one : many);
    }
}
