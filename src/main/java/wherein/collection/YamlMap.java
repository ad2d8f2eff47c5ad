package wherein.collection;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import wherein.document.NoteKind;
import wherein.text.Nearest;

/**
 * A mapping of a YAML file that remembers its lines. What is not as expected goes, with its line, to one list of faults,
 * and reads as if it were not there, so that one run finds every fault.
 */
final class YamlMap {

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final int line;
    private final int shift;
    private final List<Fault> faults;

    private YamlMap(MappingNode node, int shift, List<Fault> faults) {
        this.line = line(node, shift);
        this.shift = shift;
        this.faults = faults;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            int at = line(tuple.getKeyNode(), shift);
            if (key.isEmpty()) {
                faults.add(new Fault(at, "a key must be a plain word"));
            } else if (values.containsKey(key)) {
                faults.add(new Fault(at, "\"" + key + "\" stands here twice, first in line " + lines.get(key)));
            } else {
                values.put(key, tuple.getValueNode());
                lines.put(key, at);
            }
        }
    }

    /**
     * Reads {@code yaml}, which should be one mapping; empty, with a fault, if it is none.
     *
     * @param shift lines of the file that stand before the YAML
     */
    static Optional<YamlMap> read(String yaml, int shift, List<Fault> faults) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(64 << 20);
        try {
            Node node = new Yaml(options).compose(new StringReader(yaml));
            if (node instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(mapping, shift, faults));
            }
            if (node != null && !isNull(node)) {
                faults.add(new Fault(line(node, shift), "expected a mapping, lines such as \"key: value\""));
            }
        } catch (MarkedYAMLException e) {
            int at = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1 + shift;
            faults.add(new Fault(at, "this is no YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            faults.add(new Fault(0, "this is no YAML: " + e.getMessage()));
        }
        return Optional.empty();
    }

    int line() {
        return line;
    }

    /** The line of {@code key}, or of the mapping where the key is absent. */
    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    boolean has(String key) {
        return values.containsKey(key) && !isNull(values.get(key));
    }

    Set<String> keys() {
        return values.keySet();
    }

    /** Reports every key that is not one of {@code known}. */
    void only(Set<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                faults.add(new Fault(
                        lines.get(key),
                        "unknown key \"" + key + "\"; known here: "
                                + String.join(", ", known.stream().sorted().toList()) + "."
                                + Nearest.hint(key, known)));
            }
        }
    }

    /** The text at {@code key}, stripped; empty if absent. */
    String text(String key) {
        if (!has(key)) {
            return "";
        }
        if (values.get(key) instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        fault(key, "expected one value, such as \"" + key + ": word\"");
        return "";
    }

    /** The texts at {@code key}, a list or one value; empty if absent. */
    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof ScalarNode scalar) {
            return scalar.getValue().isBlank()
                    ? List.of()
                    : List.of(scalar.getValue().strip());
        }
        List<String> texts = new ArrayList<>();
        if (values.get(key) instanceof SequenceNode sequence) {
            for (Node node : sequence.getValue()) {
                if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                    texts.add(scalar.getValue().strip());
                } else {
                    faults.add(new Fault(line(node, shift), "expected a word in the list of \"" + key + "\""));
                }
            }
        } else {
            fault(key, "expected a list, such as \"" + key + ": [one, two]\"");
        }
        return texts;
    }

    /** The mapping at {@code key}; empty if absent. */
    Optional<YamlMap> map(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (values.get(key) instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(mapping, shift, faults));
        }
        fault(key, "expected lines such as \"name: value\" under \"" + key + "\"");
        return Optional.empty();
    }

    /** The mappings in the list at {@code key}; empty if absent. */
    List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        if (!has(key)) {
            return maps;
        }
        if (values.get(key) instanceof SequenceNode sequence) {
            for (Node node : sequence.getValue()) {
                if (node instanceof MappingNode mapping) {
                    maps.add(new YamlMap(mapping, shift, faults));
                } else {
                    faults.add(new Fault(
                            line(node, shift), "expected an entry of \"" + key + "\" with lines such as \"id: name\""));
                }
            }
        } else {
            fault(key, "expected a list of entries, each beginning with \"- \", under \"" + key + "\"");
        }
        return maps;
    }

    /** Reports {@code message} at the line of {@code key}. */
    void fault(String key, String message) {
        faults.add(new Fault(line(key), message));
    }

    /** Reports {@code message}, of this kind, at the line of {@code key}. */
    void fault(NoteKind kind, String key, String message) {
        faults.add(new Fault(kind, line(key), message));
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int line(Node node, int shift) {
        return node.getStartMark().getLine() + 1 + shift;
    }
}
