package wherein.recognise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wherein.Shared;
import wherein.collection.Catalogue;
import wherein.collection.CatalogueException;

/**
 * Texts with the mentions that are in them.
 *
 * @param texts by id, in the order of the set
 * @param judged the types that the set judges, and what it asks of their values
 */
record Gold(String name, Map<String, Text> texts, Map<String, Sameness> judged, List<Item> items) {

    /** The sets of the shared folder that are there for mentions, but for one whose values have no place. */
    static final List<String> SETS = List.of(
            "geovirus",
            "re3d",
            "gum-dev",
            "wikigold-en",
            "factrueval-ru",
            "quantulum3-en",
            "duckling-num-en",
            "duckling-num-ru",
            "recog-date-en",
            "conll2003-en-dev",
            "wikineural-fr-dev",
            "wikineural-de-dev",
            "conll2002-es-dev",
            "conll2002-nl-dev",
            "nerel-ru-dev",
            "lgl-dev",
            "recog-figure-en-dev",
            "recog-figure-de-dev",
            "recog-figure-fr-dev",
            "recog-figure-es-dev",
            "recog-figure-zh-dev",
            "num2words-ru-dev",
            "num2words-uk-dev",
            "num2words-ar-dev",
            "timebank-aquaint-dev");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Sameness> EVERYTHING = new TreeMap<>(Map.of(
            "country", Sameness.JOINT,
            "date", Sameness.JOINT,
            "figure", Sameness.JOINT,
            "person", Sameness.JOINT));

    /** The dates that the originals have, in their order; the fourth has none. */
    private static final List<String> DATES = List.of("2022-05-07", "2023-08-03", "2022", "", "2025-06-09");

    /** The digests of this project with a gold of its own. */
    static Gold digests() throws IOException, CatalogueException {
        Map<String, Text> texts = new LinkedHashMap<>();
        for (Catalogue.Entry entry :
                Catalogue.read(Path.of("seeds/catalog.yaml")).entries()) {
            String text = Files.readString(Path.of("seeds", entry.id() + ".md"));
            String date = entry.metadata().date().edtf();
            texts.put(entry.id(), new Text(entry.id(), text, "en", date));
        }
        List<Item> items = new ArrayList<>();
        for (JsonNode row : rows(Path.of("src/test/resources/gold/digests.jsonl"))) {
            items.add(item(row.get("doc").textValue(), row, texts));
        }
        return new Gold("digests", texts, EVERYTHING, items);
    }

    /** The originals with the gold beside them. */
    static Gold originals() throws IOException {
        Map<String, Text> texts = new LinkedHashMap<>();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < DATES.size(); i++) {
            String name = Shared.ORIGINALS.get(i);
            texts.put(name, new Text(name, Files.readString(Shared.originals().resolve(name)), "en", DATES.get(i)));
            for (JsonNode row : rows(Shared.gold().resolve(name + ".jsonl"))) {
                items.add(item(name, row, texts));
            }
        }
        return new Gold("originals", texts, EVERYTHING, items);
    }

    /** The set {@code name} of the shared folder. */
    static Gold set(String name) throws IOException {
        Path folder = Shared.folder("dev").resolve(name);
        Map<String, Text> texts = texts(name);
        Map<String, Sameness> judged = new TreeMap<>();
        JsonNode types = JSON.readTree(folder.resolve("meta.json").toFile()).get("types");
        types.properties()
                .forEach(type ->
                        judged.put(type.getKey(), Sameness.named(type.getValue().asText())));
        List<Item> items = new ArrayList<>();
        for (JsonNode row : rows(folder.resolve("gold.jsonl"))) {
            items.add(item(row.get("doc").textValue(), row, texts));
        }
        return new Gold(name, texts, judged, items);
    }

    /** The texts of the set {@code name} of the shared folder. */
    static Map<String, Text> texts(String name) throws IOException {
        Map<String, Text> texts = new LinkedHashMap<>();
        for (JsonNode row : rows(Shared.folder("dev").resolve(name).resolve("docs.jsonl"))) {
            String id = row.get("id").textValue();
            String date = row.path("date").isTextual() ? row.get("date").textValue() : "";
            texts.put(
                    id,
                    new Text(id, row.get("text").textValue(), row.path("lang").asText(""), date));
        }
        return texts;
    }

    private static Item item(String doc, JsonNode row, Map<String, Text> texts) {
        return Item.of(doc, row, texts.get(doc));
    }

    private static List<JsonNode> rows(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readString(file).split("\n")) {
            if (!line.isBlank()) {
                rows.add(JSON.readTree(line));
            }
        }
        return rows;
    }
}
